using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Components;

/// <summary>What is built: for debugging, or for release.</summary>
[TypeConverter(typeof(TypeConverter<Configuration>))]
public class Configuration : Enumeration
{
    public static Configuration Debug = new() { Value = nameof(Debug) };
    public static Configuration Release = new() { Value = nameof(Release) };
}

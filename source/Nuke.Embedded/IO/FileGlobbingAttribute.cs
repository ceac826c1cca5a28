using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.IO;

/// <summary>Injects the files below the root directory that match the patterns.</summary>
public class FileGlobbingAttribute(params string[] patterns) : ValueInjectionAttributeBase
{
    public override object GetValue(MemberInfo member, object instance) => Build.RootDirectory.GlobFiles(patterns).ToArray();
}

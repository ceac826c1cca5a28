using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.IO;

/// <summary>Injects the directories below the root directory that match the patterns.</summary>
public class DirectoryGlobbingAttribute(params string[] patterns) : ValueInjectionAttributeBase
{
    public override object GetValue(MemberInfo member, object instance) => Build.RootDirectory.GlobDirectories(patterns).ToArray();
}

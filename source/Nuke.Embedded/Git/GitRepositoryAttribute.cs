using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Git;

/// <summary>The repository that the build belongs to; on a CI host with the branch and commit the host names.</summary>
public class GitRepositoryAttribute : ValueInjectionAttributeBase
{
    public override object GetValue(MemberInfo member, object instance)
    {
        var repository = GitRepository.Read(Build.RootDirectory);
        return Build.Host is IBuildServer server ? repository.With(server) : repository;
    }
}

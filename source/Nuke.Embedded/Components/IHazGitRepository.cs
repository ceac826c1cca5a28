using Nuke.Common;
using Nuke.Common.Git;

namespace Nuke.Components;

/// <summary>Is in a git repository.</summary>
public interface IHazGitRepository : INukeBuild
{
    [GitRepository]
    [Required]
    GitRepository GitRepository => TryGetValue(() => GitRepository);
}

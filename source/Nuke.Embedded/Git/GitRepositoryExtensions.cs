using Nuke.Common.Utilities;

namespace Nuke.Common.Git;

/// <summary>What kind of branch is checked out, by its name.</summary>
public static class GitRepositoryExtensions
{
    public static bool IsOnMainOrMasterBranch(this GitRepository repository)
        => repository.IsOnMainBranch() || repository.IsOnMasterBranch();

    public static bool IsOnMainBranch(this GitRepository repository) => repository.IsOn("main");

    public static bool IsOnMasterBranch(this GitRepository repository) => repository.IsOn("master");

    public static bool IsOnDevelopBranch(this GitRepository repository)
        => repository.IsOn("dev") || repository.IsOn("develop") || repository.IsOn("development");

    public static bool IsOnFeatureBranch(this GitRepository repository) => repository.IsUnder("feature/", "features/");

    public static bool IsOnReleaseBranch(this GitRepository repository) => repository.IsUnder("release/", "releases/");

    public static bool IsOnHotfixBranch(this GitRepository repository) => repository.IsUnder("hotfix/", "hotfixes/");

    private static bool IsOn(this GitRepository repository, string branch) => repository.Branch.EqualsOrdinalIgnoreCase(branch);

    private static bool IsUnder(this GitRepository repository, params IEnumerable<string> prefixes)
        => repository.Branch?.StartsWithAnyOrdinalIgnoreCase(prefixes) ?? false;
}

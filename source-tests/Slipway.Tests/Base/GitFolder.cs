using Slipway.Processes;

namespace Slipway.Tests.Base;

/// <summary>A real git repository in a folder of its own, gone after the test.</summary>
internal sealed class GitFolder : IDisposable
{
    private readonly RustProject _files = RustProject.Empty();

    private GitFolder()
    {
    }

    public string Folder => _files.Folder;

    public static async Task<GitFolder> InitializeAsync(string branch = "main")
    {
        var repository = new GitFolder();
        await repository.GitAsync("init", "--quiet", "--initial-branch", branch);
        return repository;
    }

    public static async Task<GitFolder> CloneAsync(GitFolder origin, params string[] arguments)
    {
        var clone = new GitFolder();
        await clone.GitAsync(["clone", "--quiet", .. arguments, new Uri(origin.Folder).AbsoluteUri, "."]);
        return clone;
    }

    public GitFolder With(string path, string text)
    {
        _files.With(path, text);
        return this;
    }

    /// <summary>Commits all files, and says which commit it is.</summary>
    public async Task<string> CommitAsync(string subject)
    {
        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--allow-empty", "--message", subject);
        return await GitAsync("rev-parse", "HEAD");
    }

    public async Task<string> GitAsync(params string[] arguments)
    {
        var output = await new ToolCommand("git").WithArguments(arguments).WithWorkingDirectory(Folder)
            .WithEnvironment("GIT_CONFIG_GLOBAL", "/dev/null")
            .WithEnvironment("GIT_CONFIG_NOSYSTEM", "1")
            .WithEnvironment("GIT_AUTHOR_NAME", "nobody").WithEnvironment("GIT_AUTHOR_EMAIL", "nobody@localhost")
            .WithEnvironment("GIT_COMMITTER_NAME", "nobody").WithEnvironment("GIT_COMMITTER_EMAIL", "nobody@localhost")
            .WithEnvironment("GIT_DIR", null).WithEnvironment("GIT_WORK_TREE", null).WithEnvironment("GIT_INDEX_FILE", null)
            .ReadAsync(TestContext.Current.CancellationToken);
        output.Result.EnsureSuccess();
        return output.Output.Trim();
    }

    public static string operator /(GitFolder repository, string path) => repository._files / path;

    public void Dispose()
    {
        // Git writes its objects read-only, which Windows does not delete.
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.IsReadOnly))
            file.IsReadOnly = false;
        _files.Dispose();
    }
}

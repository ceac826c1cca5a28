using System.Collections.Immutable;
using Slipway.Processes;
using Slipway.Workflows.Local;
using Slipway.Workflows.Local.Reading;
using Slipway.Workflows.Local.Running;

namespace Slipway.Tests.Workflows.Local;

/// <summary>A real Git repository with a workflow, gone after the test.</summary>
internal sealed class WorkflowProject : IDisposable
{
    private readonly string _top = Path.Combine(Path.GetTempPath(), "slipway-tests", Guid.NewGuid().ToString("N"));
    private readonly List<WorkflowLine> _lines = [];
    private bool _isCommitted;

    public WorkflowProject(string jobs, string on = "push")
    {
        Directory.CreateDirectory(Folder);
        Workflow = WorkflowFile.Parse($"on: {on}\n{jobs}", ".github/workflows/ci.yml");
        Options = new WorkflowRunOptions(Folder, Path.Combine(_top, "the workflows"))
        {
            Machine = new LocalMachine("Linux", "X64"),
            Sink = _lines.Add,
        };
        With("README.md", "read me\n").With(".gitignore", "target/\n.nuke/temp/\n*.log\n");
    }

    /// <summary>A workflow with one job, of these steps.</summary>
    public static WorkflowProject OfSteps(string steps, string job = "") => new(
        $"""
        jobs:
          a:
            runs-on: ubuntu-24.04
        {Indent(job, 4)}
            steps:
        {Indent(steps, 6)}
        """);

    public string Folder => Path.Combine(_top, "a repository #1");

    public WorkflowFile Workflow { get; init; }

    public WorkflowRunOptions Options { get; set; }

    public ImmutableSortedDictionary<string, string> Desk
    {
        get => Options.Desk;
        set => Options = Options with { Desk = value };
    }

    /// <summary>What the commands wrote, in order.</summary>
    public IReadOnlyList<string> Output => [.. _lines.Where(line => line.Kind == WorkflowLineKind.Output).Select(line => line.Text)];

    public IReadOnlyList<string> Notes => [.. _lines.Where(line => line.Kind == WorkflowLineKind.Note).Select(line => line.Text)];

    public IReadOnlyList<string> AllText => [.. _lines.Select(line => $"{line.Job} {line.Step} {line.Text}")];

    public WorkflowProject With(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    public WorkflowProject WithProgram(string path, string text)
    {
        With(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(Folder, path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    public async Task<string> GitAsync(params string[] arguments)
    {
        var output = await new ToolCommand("git")
            .WithArguments(["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false", .. arguments])
            .WithWorkingDirectory(Folder)
            .ReadAsync(TestContext.Current.CancellationToken);
        output.Result.EnsureSuccess();
        return output.Output.Trim();
    }

    public async Task CommitAsync()
    {
        if (!_isCommitted)
            await GitAsync("init", "--quiet");
        await GitAsync("add", "--all");
        await GitAsync("commit", "--quiet", "--allow-empty", "--message", "a commit");
        _isCommitted = true;
    }

    public async Task<WorkflowReport> RunAsync(string selection = "ci", CancellationToken? token = null)
    {
        if (!_isCommitted)
            await CommitAsync();
        _lines.Clear();
        return await WorkflowRunner.RunAsync(Workflow, Options, WorkflowSelection.Parse(selection), token ?? TestContext.Current.CancellationToken);
    }

    /// <summary>A file in a job's workspace.</summary>
    public string InWorkspace(string job, string path = "") => Path.Combine(Options.WorkingFolder, "ci", job, path);

    public void Dispose() => WorkflowFolders.Remove(_top);

    private static string Indent(string text, int by) =>
        string.Join('\n', text.Split('\n').Where(line => line.Trim().Length > 0).Select(line => new string(' ', by) + line));
}

using System.Text;
using CliWrap;

namespace Bootstrap.Tests;

/// <summary>A small repository with the bootstrap's scripts and a build program that compiles fast.</summary>
public sealed class Repository : IDisposable
{
    private static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "Scripts");

    private readonly string _parent = Directory.CreateTempSubdirectory("bootstrap-").FullName;

    // Every test's path has what shells are known to trip over.
    public Repository() => Root = Path.Combine(_parent, "a & $b");

    public string Root { get; private set; }

    public string State => this[".nuke/temp/build/Embedded"];

    public string this[string path] => Path.Combine(Root, path);

    /// <summary>A folder beside the repository, gone with it.</summary>
    public string Beside(string name) => Directory.CreateDirectory(Path.Combine(_parent, name)).FullName;

    public Repository WithFiles()
    {
        Directory.CreateDirectory(this["build"]);
        Directory.CreateDirectory(this["source"]);
        foreach (var script in (string[])["build.sh", "build.cmd", "global.json"])
            File.Copy(Path.Combine(Scripts, script), this[script]);
        return Write("build/_build.csproj", Fixture.Project).Write("build/Program.cs", Fixture.Program)
            .Write("build/Answer.cs", Fixture.Answer("first"));
    }

    public Repository WithAheadOfTimeCompiler(string extra = "")
    {
        foreach (var file in Directory.GetFiles(Scripts, "*.targets"))
            File.Copy(file, this["build/" + Path.GetFileName(file)]);
        return Write("build/_build.csproj", Fixture.Project.Replace(
            "</Project>", extra + "<Import Project=\"ReadyToRun.targets\" /></Project>", StringComparison.Ordinal));
    }

    public Repository Write(string path, string text)
    {
        File.WriteAllText(this[path], text);
        return this;
    }

    /// <summary>Another repository with the same files, the compiled program included.</summary>
    public async Task<Repository> CopyAsync()
    {
        var copy = new Repository();
        await RunAsync("cp", "-a", Root, copy.Root);
        return copy;
    }

    public Repository Move(string name)
    {
        var target = Path.Combine(_parent, name);
        Directory.Move(Root, target);
        Root = target;
        return this;
    }

    public Task<Started> StartAsync(params string[] arguments) => StartAsync(Command("./build.sh", arguments));

    public static async Task<Started> StartAsync(Command command, Action<int>? started = null)
    {
        var output = new StringBuilder();
        var errors = new StringBuilder();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var running = command
            .WithStandardOutputPipe(PipeTarget.Merge(command.StandardOutputPipe, PipeTarget.ToStringBuilder(output)))
            .WithStandardErrorPipe(PipeTarget.Merge(command.StandardErrorPipe, PipeTarget.ToStringBuilder(errors)))
            .ExecuteAsync(patience.Token);
        started?.Invoke(running.ProcessId);
        var result = await running;
        return new Started(result.ExitCode, output.ToString(), errors.ToString());
    }

    /// <summary>A start that a test can change before it runs, free of what the surroundings of the test run have set.</summary>
    public Command Command(string script, params string[] arguments) =>
        Cli.Wrap(script.StartsWith("./", StringComparison.Ordinal) ? this[script[2..]] : script)
            .WithArguments(arguments)
            .WithWorkingDirectory(Root)
            .WithValidation(CommandResultValidation.None)
            .With(("NukeEngine", null), ("DOTNET_ROOT", null), ("CI", null), ("GITHUB_ACTIONS", null));

    public static async Task RunAsync(string program, params string[] arguments) =>
        await Cli.Wrap(program).WithArguments(arguments).ExecuteAsync();

    /// <summary>Waits for what another process is about to do.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
            await Task.Delay(20, patience.Token);
    }

    public void Dispose() => Directory.Delete(_parent, recursive: true);
}

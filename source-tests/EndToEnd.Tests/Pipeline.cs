using CliWrap;
using CliWrap.Buffered;

namespace EndToEnd.Tests;

/// <summary>This repository's pipeline on a Cargo workspace of the test's own, as a user starts it.</summary>
internal sealed class Pipeline : IDisposable
{
    public static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "_build.dll");

    private readonly Dictionary<string, string?> _environment = new()
    {
        // What the tests themselves run in must not show through.
        ["GITHUB_ACTIONS"] = null,
        ["GITHUB_BASE_REF"] = null,
        ["GITHUB_STEP_SUMMARY"] = null,
        ["BASE"] = null,
        ["GITHUB_EVENT_NAME"] = null,
        ["GITHUB_EVENT_PATH"] = null,
        ["GITHUB_API_URL"] = null,
        ["GITHUB_REPOSITORY"] = null,
        ["GITHUB_SERVER_URL"] = null,
        ["GITHUB_RUN_ID"] = null,
        ["GITHUB_TOKEN"] = null,
        ["REHEARSAL_REGISTRY"] = null,
        ["GITHUB_JOB"] = null,
        ["JOB_RESULTS"] = null,
        ["MATRIX_LEG"] = null,
        ["NUKE_ROOT"] = null,
        ["CARGO_TARGET_DIR"] = null,
        ["RUSTFLAGS"] = null,
        ["NO_COLOR"] = "1",
    };

    private string? _commitTime;

    public Pipeline()
    {
        Root = Directory.CreateTempSubdirectory("pipeline-").FullName;
        Directory.CreateDirectory(Path.Combine(Root, ".nuke"));
        Directory.CreateDirectory(Workspace);
    }

    public string Root { get; }

    public string Workspace => Path.Combine(Root, "work space");

    public Pipeline WithFile(string path, string content)
    {
        var file = Path.Combine(Workspace, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return this;
    }

    /// <summary>A package whose library is formatted and has one test.</summary>
    public Pipeline WithPackage(string name, string folder = ".", string library = Library) =>
        WithFile(Path.Combine(folder, "Cargo.toml"), $"[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n")
        .WithFile(Path.Combine(folder, "src/lib.rs"), library);

    /// <summary>A program that can be released as version 0.1.0.</summary>
    public Pipeline WithTool() =>
        WithPackage("tool")
        .WithFile("Cargo.toml", "[package]\nname = \"tool\"\nversion = \"0.1.0\"\nedition = \"2021\"\ndescription = \"For a test.\"\nlicense = \"MIT\"\n")
        .WithFile("src/main.rs", "fn main() {\n    println!(\"tool {}\", env!(\"CARGO_PKG_VERSION\"));\n}\n")
        .WithFile("CHANGELOG.md", "# Changes\n\n## [0.1.0]\n\n- The first one.\n")
        .WithFile("Cargo.lock", "version = 4\n\n[[package]]\nname = \"tool\"\nversion = \"0.1.0\"\n");

    public Pipeline WithVariable(string name, string? value)
    {
        _environment[name] = value;
        return this;
    }

    /// <summary>A script that is found before the machine's own program of that name.</summary>
    public Pipeline WithProgram(string name, string script)
    {
        var folder = Path.GetDirectoryName(WriteScript(Path.Combine("programs", name), script));
        return WithVariable("PATH", $"{folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}");
    }

    /// <summary>A shell script beside the workspace; returns its full path.</summary>
    public string WriteScript(string path, string script)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }

    public Pipeline WithReport(string name, string content)
    {
        var file = Path.Combine(Root, "artifacts/reports", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return this;
    }

    /// <summary>Commits all files, to a repository that is made when there is none.</summary>
    /// <param name="time">When; now without it.</param>
    public async Task CommitAsync(string subject, bool allowEmpty = false, string? time = null)
    {
        await File.WriteAllTextAsync(Path.Combine(Root, ".gitignore"), "/.nuke/temp/\n/artifacts/\ntarget/\n", TestContext.Current.CancellationToken);
        await GitAsync("init", "--quiet", "--initial-branch", "main");
        await GitAsync("add", "--all");
        _commitTime = time;
        await GitAsync(["-c", "user.name=nobody", "-c", "user.email=nobody@localhost", "commit", "--quiet", .. allowEmpty ? new[] { "--allow-empty" } : [], "--message", subject]);
    }

    public async Task<string> GitAsync(params string[] arguments)
    {
        var result = await Cli.Wrap("git").WithArguments(arguments).WithWorkingDirectory(Root)
            .WithEnvironmentVariables(x => x.Set("GIT_CONFIG_GLOBAL", "/dev/null").Set("GIT_DIR", null).Set("GIT_WORK_TREE", null).Set("GIT_INDEX_FILE", null)
                .Set("GIT_AUTHOR_DATE", _commitTime).Set("GIT_COMMITTER_DATE", _commitTime))
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return result.StandardOutput;
    }

    public static async Task<string> HostTripleAsync()
    {
        var result = await Cli.Wrap("rustc").WithArguments("-vV").ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return result.StandardOutput.Split('\n').Single(x => x.StartsWith("host: ", StringComparison.Ordinal))["host: ".Length..].Trim();
    }

    public string Report(string name) => File.ReadAllText(Path.Combine(Root, "artifacts/reports", name));

    public Command Command(params string[] arguments) => Cli.Wrap("dotnet")
        .WithArguments([Assembly, .. arguments, "--workspace", Workspace])
        .WithWorkingDirectory(Root)
        .WithEnvironmentVariables(_environment)
        .WithValidation(CommandResultValidation.None);

    public async Task<PipelineRun> RunAsync(params string[] arguments)
    {
        var result = await Command(arguments).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        var run = new PipelineRun(result.ExitCode, result.StandardOutput, result.StandardError);
        (run.Output + run.Error).ShouldNotContain("   at Slipway");
        (run.Output + run.Error).ShouldNotContain("   at Nuke");
        return run;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public const string Library = """
        //! A crate for a test.

        /// Adds one.
        pub fn increment(number: i32) -> i32 {
            number + 1
        }

        #[cfg(test)]
        mod tests {
            #[test]
            fn adds_one() {
                assert_eq!(super::increment(1), 2);
            }
        }

        """;
}

internal sealed record PipelineRun(int ExitCode, string Output, string Error)
{
    public PipelineRun ShouldExitWith(int exitCode)
    {
        ExitCode.ShouldBe(exitCode, Output + Error);
        return this;
    }

    public PipelineRun ShouldSay(string text)
    {
        (Output + Error).ShouldContain(text);
        return this;
    }

    /// <summary>The row of a target in the summary.</summary>
    public string SummaryOf(string target)
        => Output.Split('\n').LastOrDefault(x => x.StartsWith(target + " ", StringComparison.Ordinal)) ?? "";
}

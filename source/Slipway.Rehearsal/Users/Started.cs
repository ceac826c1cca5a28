using Slipway.Processes;

namespace Slipway.Rehearsal.Users;

/// <summary>A program that was installed, asked for its version.</summary>
internal static class Started
{
    public static async Task<UserCheck> CheckAsync(string name, string program, string version, CancellationToken cancellationToken)
    {
        var output = await new ToolCommand(program).WithArguments("--version")
            .WithWorkingDirectory(Path.GetDirectoryName(program)!).WithTimeLimit(TimeSpan.FromSeconds(30)).ReadAsync(cancellationToken);
        var said = output.Output.Split('\n')[0].Trim();
        if (!output.Result.Succeeded)
            return new UserCheck(name, false, output.Result.TimedOut ? "--version did not end within 30 seconds." : $"--version ended with {output.Result.ExitCode}: {Last(output.Error)}", "A user would see the same: mend the program.");
        return said.Split(' ').Contains(version, StringComparer.Ordinal)
            ? new UserCheck(name, true, said)
            : new UserCheck(name, false, $"--version says '{said}', and the release is {version}.", "Take the version from Cargo.toml: env!(\"CARGO_PKG_VERSION\").");
    }

    internal static string Last(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "no word";
}

using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Serilog;
using Slipway.Cargo;
using Slipway.Cargo.Testing;
using Slipway.Reporting;

namespace Slipway.Components;

/// <summary>What cargo and tests say, as log lines.</summary>
internal static class PipelineLog
{
    /// <summary>GitHub's log shows colours, and so does a terminal unless it is told not to.</summary>
    public static bool UsesColor
        => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && (NukeBuild.Host is GitHubActions || (!Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb"));

    /// <summary>How many characters a line of the log has room for, behind what stands before each.</summary>
    public static int Width
    {
        get
        {
            const int Prefix = 15;
            const int Usual = 120;
            var width = Console.IsOutputRedirected ? 0 : Console.WindowWidth;
            return (width > 0 ? width : Usual) - Prefix;
        }
    }

    /// <summary>Text of programs, which must not give commands to GitHub.</summary>
    public static string Harmless(string text) => NukeBuild.Host is GitHubActions ? GitHubAnnotations.Disarm(text) : text;

    public static void Write(CargoEvent cargoEvent)
    {
        switch (cargoEvent)
        {
            case CargoEvent.Output { Text: var text } when !string.IsNullOrWhiteSpace(text):
                Log.Debug("{Line:l}", Harmless(text));
                break;
            case CargoEvent.Diagnostic { Value: { IsMember: true } diagnostic }:
                Log.Information("{Diagnostic:l}", Harmless(diagnostic.Rendered.TrimEnd()));
                break;
        }
    }

    /// <summary>For builds whose own diagnostics are nobody's to mend, such as a base's.</summary>
    public static void WriteQuietly(CargoEvent cargoEvent)
    {
        if (cargoEvent is CargoEvent.Output { Text: var text } && !string.IsNullOrWhiteSpace(text))
            Log.Debug("{Line:l}", Harmless(text));
    }

    public static void Write(TestGroup group)
    {
        var name = group.Package.Length == 0 ? group.Name : $"{group.Package} {group.Name}";
        Log.Information(
            "{Name:l}: {Passed} passed, {Failed} failed, {Ignored} ignored{Flaky:l}",
            name,
            group.Count(TestOutcome.Passed) + group.Count(TestOutcome.Flaky),
            group.Cases.Count(x => x.IsFailure),
            group.Count(TestOutcome.Ignored),
            group.Flaky == 0 ? "" : $", {group.Flaky} flaky");
        if ((group.Problem ?? group.Mishap) is { } problem)
            Log.Information("{Problem:l}", problem);
        foreach (var test in group.Cases.Where(x => x.IsFailure || x.Outcome == TestOutcome.Flaky))
        {
            var runs = test.Attempts is { Count: var count } ? $" ({count} attempts)" : "";
            Log.Information("{Test:l}: {Outcome}{Runs:l}\n{Output:l}", test.Name, test.Outcome, runs, Harmless((test.Output ?? test.Message ?? "").TrimEnd()));
        }

        if (!group.Succeeded && !group.Cases.Any(x => x.IsFailure) && group.Output != null)
            Log.Information("{Output:l}", Harmless(group.Output.TrimEnd()));
    }
}

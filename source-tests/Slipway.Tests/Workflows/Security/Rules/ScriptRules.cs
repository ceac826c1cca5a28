using System.Text.RegularExpressions;

namespace Slipway.Tests.Workflows.Security;

/// <summary>What the shell is given to run.</summary>
internal static partial class ScriptRules
{
    public static IReadOnlyList<SecurityRule> All { get; } =
    [
        Rule("template-injection", Opening(), "An expression in a script becomes part of the script; hand it over in env."),
        Rule("github-env", EnvironmentFile(), "What is written into GITHUB_ENV or GITHUB_PATH changes every later step of the job."),
        Rule("swallowed-failure", Swallowed(), "The script goes on after a failure."),
        Rule("piped-download", Piped(), "What is downloaded is run unseen."),
        new("insecure-commands", file =>
            file.Root.Texts().Where(text => text.Path is [.., InsecureCommands]).Select(text => text.Node.Line())
                .Concat(Scripts(file).Where(line => line.Text.Contains(InsecureCommands, StringComparison.Ordinal)).Select(line => line.Number))
                .Select(line => new Place(line, "Commands in the output of a program are switched on, by which any program can change the environment."))),
        new("continue-on-error", file => file.Root.Texts()
            .Where(text => text.Path is ["jobs", _, "continue-on-error"] or ["jobs", _, "steps", "continue-on-error"] && text.Node.Value != "false")
            .Select(text => new Place(text.Node.Line(), "A failure counts as success."))),
    ];

    private const string InsecureCommands = "ACTIONS_ALLOW_UNSECURE_COMMANDS";

    private static SecurityRule Rule(string name, Regex pattern, string message) =>
        new(name, file => Scripts(file).Where(line => pattern.IsMatch(line.Text)).Select(line => new Place(line.Number, message)));

    // actions/github-script runs its input, which makes it a script like any other.
    private static IEnumerable<(string Text, int Number)> Scripts(WorkflowFile file) =>
        file.Steps.SelectMany(step => step.Run.Lines().Concat(step.Action == "actions/github-script" ? step.With.Child("script").Lines() : []));

    [GeneratedRegex(@"\$\{\{")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\bGITHUB_(ENV|PATH)\b")]
    private static partial Regex EnvironmentFile();

    [GeneratedRegex(@"\|\|\s*(true|:|exit 0)(\s|;|$)|\bset \+\w*e")]
    private static partial Regex Swallowed();

    [GeneratedRegex(@"\b(curl|wget)\b[^|;&]*\|\s*(sudo\s+(-\w+\s+)*)?((/usr)?/bin/)?(env\s+)?(ba|da|z|k)?sh\b|\b(ba|da|z|k)?sh\b.*[<$]\(\s*(curl|wget)\b|\b(iwr|irm|Invoke-WebRequest|Invoke-RestMethod)\b.*\|\s*(iex|Invoke-Expression)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Piped();
}

namespace Slipway.Tests.Workflows.Security;

/// <summary>A sound file with one thing changed, and where the rule must find that.</summary>
/// <param name="Line">What the line of the finding holds; of several such lines the first is meant.</param>
internal sealed record BadExample(string Rule, string File, string Old, string New, string Line)
{
    public string Name => File == SoundFiles.Dependabot ? "dependabot.yml" : "example.yml";

    public string Text => File.Contains(Old, StringComparison.Ordinal)
        ? File.Replace(Old, New, StringComparison.Ordinal)
        : throw new InvalidOperationException($"The sound file does not hold “{Old}”.");

    public int LineNumber => 1 + Array.FindIndex(Text.Split('\n'), line => line.Contains(Line, StringComparison.Ordinal));

    public static BadExample Ci(string rule, string old, string @new, string line) => new(rule, SoundFiles.Ci, old, @new, line);

    public static BadExample Release(string rule, string old, string @new, string line) => new(rule, SoundFiles.Release, old, @new, line);

    public static BadExample Alert(string rule, string old, string @new, string line) => new(rule, SoundFiles.Alert, old, @new, line);

    public static BadExample Dependabot(string rule, string old, string @new, string line) => new(rule, SoundFiles.Dependabot, old, @new, line);

    /// <summary>Another command in place of the test's.</summary>
    public static BadExample Script(string rule, string command) => Ci(rule, "run: ./build.cmd Compile Test --skip", $"run: {command}", command);

    /// <summary>Another condition in place of the report's.</summary>
    public static BadExample Condition(string rule, string condition) => Ci(rule, "if: ${{ !cancelled() }}", $"if: {condition}", "if: ");
}

using System.Globalization;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

public partial class GitHubActions
{
    // A mask of one brace, from a key in JSON, would make the log unreadable.
    private const int MinimumMaskLength = 3;

    /// <summary>Opens a group of lines that can be folded.</summary>
    public void Group(string group) => WriteCommand("group", group);

    /// <summary>Closes the group.</summary>
    public void EndGroup(string group) => WriteCommand("endgroup", group);

    public void WriteDebug(string message) => WriteCommand("debug", message);

    public void WriteWarning(string message) => WriteCommand("warning", message);

    public void WriteError(string message) => WriteCommand("error", message);

    /// <summary>Writes a workflow command: <c>::command key=value::message</c>.</summary>
    public void WriteCommand(string command, string? message = null, Configure<Dictionary<string, object>>? dictionaryConfigurator = null)
    {
        var parameters = new Dictionary<string, object>(StringComparer.Ordinal);
        parameters = dictionaryConfigurator?.Invoke(parameters) ?? parameters;
        var properties = parameters.Select(x => $"{x.Key}={EscapeProperty(Convert.ToString(x.Value, CultureInfo.InvariantCulture) ?? "")}");
        var head = parameters.Count == 0 ? command : $"{command} {string.Join(',', properties)}";
        _write($"::{head}::{EscapeMessage(message ?? "")}");
    }

    protected internal override IDisposable WriteBlock(string text)
        => DelegateDisposable.CreateBracket(() => Group(text), () => WriteCommand("endgroup"));

    protected internal override void ReportWarning(string text, string? details = null) => WriteWarning(Joined(text, details));

    protected internal override void ReportError(string text, string? details = null) => WriteError(Joined(text, details));

    // Masks are by line, as the log is.
    internal override void AnnounceSecret(string value)
    {
        foreach (var line in value.Split('\n', StringSplitOptions.TrimEntries).Where(x => x.Length >= MinimumMaskLength))
            _writeUnmasked($"::add-mask::{Escape(line)}");
    }

    protected internal override bool FilterMessage(string message)
        => message.StartsWith("::", StringComparison.Ordinal) || message.StartsWith("##[", StringComparison.Ordinal);

    private static string Joined(string text, string? details) => string.IsNullOrWhiteSpace(details) ? text : $"{text}\n{details}";

    // Masked first: an escaped secret is no longer recognised.
    private static string EscapeMessage(string text) => Escape(SecretMask.Apply(text));

    private static string EscapeProperty(string text)
        => EscapeMessage(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string Escape(string text)
        => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}

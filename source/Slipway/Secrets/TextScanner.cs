using System.Text.RegularExpressions;
using Slipway.Secrets.Rules;

namespace Slipway.Secrets;

/// <summary>Looks for secrets in texts; may be used side by side.</summary>
internal sealed class TextScanner(SecretRuleSet rules, byte[] salt)
{
    private readonly IReadOnlyList<SecretRule> _pathRules = [.. rules.Rules.Where(rule => rule.Pattern is null && rule.Path is not null)];
    private readonly KeywordIndex _keywords = new([.. rules.Rules.Where(rule => rule.Pattern is not null)]);

    public int RuleCount => rules.Rules.Count;

    /// <param name="path">Below the root, with slashes.</param>
    /// <param name="commit">The commit whose added lines the text is; null for a file of the working tree.</param>
    /// <param name="lineAt">Which line a place in the text is; null counts.</param>
    public IReadOnlyList<SecretFinding> Scan(string path, string text, string? commit = null, Func<int, int>? lineAt = null)
    {
        var findings = new List<SecretFinding>();
        foreach (var rule in _pathRules.Where(rule => rule.Path!.IsMatch(path)))
        {
            if (!IsAllowed(new Candidate(rule, path, commit, "", "", "")))
                findings.Add(new SecretFinding(rule.Id, rule.Description, path, 1, commit, commit is null, "the file", SecretHash.Fingerprint(path, salt)));
        }

        var taken = new List<(int Start, int End)>();
        foreach (var rule in _keywords.In(text))
        {
            if (rule.Path is { } only && !only.IsMatch(path))
                continue;
            foreach (var (match, secret) in rule.Pattern!.Matches(text, match => SecretOf(rule, match), path))
            {
                var (start, end) = (secret.Index, secret.Index + secret.Length);
                if (secret.Length == 0 || taken.Exists(other => start < other.End && other.Start < end) || !IsSecret(rule, path, commit, text, match, secret.Value))
                    continue;
                taken.Add((start, end));
                var line = lineAt?.Invoke(start) ?? text.AsSpan(0, start).Count('\n') + 1;
                findings.Add(new SecretFinding(rule.Id, rule.Description, path, line, commit, commit is null, SecretHash.Redact(secret.Value), SecretHash.Fingerprint(secret.Value, salt)));
            }
        }

        return findings;
    }

    private bool IsSecret(SecretRule rule, string path, string? commit, string text, Match match, string secret) =>
        (rule.Entropy == 0 || Entropy.Of(secret) > rule.Entropy)
        && !IsAllowed(new Candidate(rule, path, commit, secret, match.Value, LineOf(text, match)));

    private bool IsAllowed(Candidate candidate) =>
        candidate.Rule.Allowlists.Concat(rules.Allowlists).Any(allowlist => allowlist.Allows(candidate));

    private static Group SecretOf(SecretRule rule, Match match) => rule.SecretGroup > 0
        ? match.Groups[rule.SecretGroup]
        : match.Groups.Values.Skip(1).FirstOrDefault(group => group.Length > 0) ?? match;

    private static string LineOf(string text, Match match)
    {
        var start = match.Index == 0 ? 0 : text.LastIndexOf('\n', match.Index - 1) + 1;
        var end = text.IndexOf('\n', match.Index + match.Length);
        return text[start..(end < 0 ? text.Length : end)];
    }
}

using Tomlyn;
using Tomlyn.Model;

namespace Slipway.Secrets.Rules;

/// <summary>Reads rules in gitleaks' format.</summary>
internal static class RuleFile
{
    private const int DeepestExtension = 2;

    private static readonly string[] AllowlistKeys = ["description", "condition", "regexTarget", "regexes", "paths", "stopwords", "commits", "targetRules"];

    /// <summary>Reads a file, and what it extends.</summary>
    /// <exception cref="SlipwayException">It is not there, is broken, or asks for what there is not.</exception>
    public static SecretRuleSet Load(string file)
    {
        var rules = Load(Path.GetFullPath(file), depth: 0);
        return rules.Rules.Count > 0 ? rules : throw new SlipwayException(
            ErrorKind.Configuration,
            "The file has no rules, and nothing would be found.",
            "Take over the rules that come with the scanner: [extend] useDefault = true",
            new SourceLocation(file));
    }

    private static SecretRuleSet Load(string file, int depth)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SlipwayException(
                ErrorKind.Configuration,
                "The rules for secrets cannot be read.",
                "Name a file in gitleaks' format: --secrets-config FILE",
                new SourceLocation(file),
                exception);
        }

        var rules = Parse(text, file, depth);
        foreach (var rule in rules.Rules)
            Validate(rule);
        foreach (var allowlist in rules.Allowlists)
            Validate(allowlist);
        return rules;
    }

    /// <param name="file">For errors, and to find what it extends.</param>
    /// <exception cref="SlipwayException">It is broken, or asks for what there is not; patterns are looked at when they are used.</exception>
    public static SecretRuleSet Parse(string text, string file, int depth = 0)
    {
        var root = new RuleTable(Toml(text, file), "the file", file)
            .Knows("title", "description", "extend", "rules", "allowlist", "allowlists", "minVersion");
        var rules = root.Tables("rules", NameOf).Select(Rule).ToList();
        if (rules.GroupBy(rule => rule.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw root.Wrong($"has two rules '{twice.Key}'");
        var set = new SecretRuleSet(rules, Allowlists(root, "the allow list"));
        return root.Table("extend", "the extension") is { } extend ? Extend(set, extend, file, depth) : set;
    }

    private static TomlTable Toml(string text, string file)
    {
        try
        {
            return TomlSerializer.Deserialize<TomlTable>(text) ?? [];
        }
        // Its parser also ends with others on text that is cut or mangled.
        catch (Exception exception)
        {
            var line = exception is TomlException { Span: { } span } ? span.Start.Line + 1 : (int?)null;
            throw new SlipwayException(
                ErrorKind.Configuration,
                "The rules for secrets are no valid TOML.",
                "Write them in gitleaks' format.",
                new SourceLocation(file, line),
                exception);
        }
    }

    private static SecretRuleSet Extend(SecretRuleSet set, RuleTable extend, string file, int depth)
    {
        extend.Knows("useDefault", "path", "disabledRules", "url");
        if (extend.Has("url"))
            throw extend.Wrong("has a 'url', which is not fetched", "Keep a copy in the repository, and name it with path.");
        var path = extend.Text("path");
        if (extend.Flag("useDefault") == !string.IsNullOrEmpty(path))
            throw extend.Wrong("must have either useDefault = true or a path");
        if (depth >= DeepestExtension)
            throw extend.Wrong("is the third in a row", "Extend directly what is needed.");
        var general = string.IsNullOrEmpty(path)
            ? SecretRuleSet.BuiltIn
            : Load(Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(file))!), depth + 1);
        var disabled = extend.Texts("disabledRules");
        return RuleExtension.Of(general with { Rules = [.. general.Rules.Where(rule => !disabled.Contains(rule.Id))] }, set);
    }

    private static string NameOf(int index, TomlTable rule) =>
        rule.TryGetValue("id", out var id) && id is string { Length: > 0 } name ? $"rule '{name}'" : FormattableString.Invariant($"rule {index + 1}");

    private static SecretRule Rule(RuleTable table)
    {
        table.Knows("id", "description", "regex", "path", "secretGroup", "entropy", "keywords", "tags", "allowlist", "allowlists", "required", "skipReport");
        if (table.Has("required") || table.Flag("skipReport"))
            throw table.Wrong("depends on other rules (required, skipReport), which the built-in scanner does not do", "Install gitleaks, or write it as one rule.");
        return new SecretRule(
            table.Text("id") is { Length: > 0 } id ? id : throw table.Wrong("has no id"),
            table.Text("description") ?? "",
            table.Pattern("regex"),
            table.Pattern("path"),
            table.Index("secretGroup"),
            table.Number("entropy"),
            [.. table.Texts("keywords").Where(word => word.Length > 0).Select(word => word.ToLowerInvariant()).Distinct()],
            Allowlists(table, $"the allow list of {table.Place}"));
    }

    private static IReadOnlyList<RuleAllowlist> Allowlists(RuleTable owner, string name)
    {
        IEnumerable<RuleTable> tables = owner.Tables("allowlists", (_, _) => name);
        // The name before gitleaks had several.
        if (owner.Table("allowlist", name) is { } single)
            tables = tables.Append(single);
        return [.. tables.Select(Allowlist)];
    }

    private static RuleAllowlist Allowlist(RuleTable table) => new(
        table.Knows(AllowlistKeys).Text("condition")?.ToUpperInvariant() switch
        {
            null or "" or "OR" or "||" => false,
            "AND" or "&&" => true,
            var other => throw table.Wrong($"has the condition {other}", "It can be OR or AND."),
        },
        table.Text("regexTarget")?.ToUpperInvariant() switch
        {
            null or "" or "SECRET" => AllowlistTarget.Secret,
            "MATCH" => AllowlistTarget.Match,
            "LINE" => AllowlistTarget.Line,
            var other => throw table.Wrong($"has the regexTarget {other}", "It can be secret, match or line."),
        },
        table.Patterns("regexes"),
        table.Patterns("paths"),
        [.. table.Texts("stopwords").Where(word => word.Length > 0)],
        table.Texts("commits"),
        table.Texts("targetRules"));

    private static void Validate(SecretRule rule)
    {
        if (rule.Pattern is { } pattern && rule.SecretGroup >= pattern.Regex.GetGroupNumbers().Length)
            throw pattern.HasNoGroup(rule.SecretGroup);
        _ = rule.Path?.Regex;
        foreach (var allowlist in rule.Allowlists)
            Validate(allowlist);
    }

    private static void Validate(RuleAllowlist allowlist)
    {
        foreach (var pattern in allowlist.Regexes.Concat(allowlist.Paths))
            _ = pattern.Regex;
    }
}

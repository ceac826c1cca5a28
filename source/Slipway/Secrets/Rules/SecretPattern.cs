using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Secrets.Rules;

/// <summary>A pattern of a rule; it is compiled when it is first needed.</summary>
/// <param name="place">What it belongs to, for errors: "rule 'x'".</param>
internal sealed class SecretPattern(string pattern, string place, string file)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lazy<Regex> _regex = new(() => Compile(pattern, place, file));

    private readonly Lazy<Regex> _backtracking = new(() => new Regex(Re2Syntax.Translate(pattern), Options, Patience));

    /// <exception cref="SlipwayException">It is none.</exception>
    public Regex Regex => _regex.Value;

    public bool IsMatch(string text)
    {
        try
        {
            return Regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException exception)
        {
            throw TooSlow(null, exception);
        }
    }

    /// <summary>All matches with the part of each that is given away; the next one may begin where that part ends.</summary>
    public IEnumerable<(Match Match, Group Part)> Matches(string text, Func<Match, Group> part, string path)
    {
        for (var at = 0; at <= text.Length;)
        {
            var match = Next(text, at, path);
            if (!match.Success)
                yield break;
            var found = part(match);
            yield return (match, found);
            at = Math.Max(found.Index + found.Length, match.Index + 1);
        }
    }

    private Match Next(string text, int at, string path)
    {
        try
        {
            var match = Regex.Match(text, at);
            // An automaton loses its groups where \z follows the last line feed of a text (seen with .NET 10.0).
            return match.Success && match.Groups.Count > 1 && match.Groups.Values.Skip(1).All(group => !group.Success)
                ? _backtracking.Value.Match(text, match.Index)
                : match;
        }
        catch (RegexMatchTimeoutException exception)
        {
            throw TooSlow(path, exception);
        }
    }

    public SlipwayException HasNoGroup(int group) => new(
        ErrorKind.Configuration,
        string.Create(CultureInfo.InvariantCulture, $"The pattern of {place} has no group {group}, which secretGroup asks for."),
        location: new SourceLocation(file));

    private static Regex Compile(string pattern, string place, string file)
    {
        try
        {
            var translated = Re2Syntax.Translate(pattern);
            try
            {
                return new Regex(translated, Options | RegexOptions.NonBacktracking, Patience);
            }
            catch (NotSupportedException)
            {
                // It is too large for an automaton.
                return new Regex(translated, Options, Patience);
            }
        }
        catch (Exception exception) when (exception is Re2Exception or ArgumentException)
        {
            var why = exception is Re2Exception ? exception.Message : "is no regular expression";
            throw new SlipwayException(
                ErrorKind.Configuration,
                $"The pattern of {place} {why}.",
                "Write it in the syntax of Go's regular expressions (RE2).",
                new SourceLocation(file),
                exception);
        }
    }

    private SlipwayException TooSlow(string? path, Exception cause) => new(
        ErrorKind.Configuration,
        $"The pattern of {place} takes more than {Patience.TotalSeconds:0} s{(path is null ? "" : $" on {path}")}.",
        "Make it simpler, or give the rule a path.",
        new SourceLocation(file),
        cause);
}

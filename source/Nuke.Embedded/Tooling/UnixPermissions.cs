using System.Text.RegularExpressions;

namespace Nuke.Common.Tooling;

/// <summary>Permissions as <c>chmod</c> writes them.</summary>
internal static partial class UnixPermissions
{
    private const int Everyone = 0b111_111_111;

    public static UnixFileMode Apply(UnixFileMode current, string permissions)
    {
        if (Octal().IsMatch(permissions))
            return (UnixFileMode)Convert.ToInt32(permissions, fromBase: 8);
        var clauses = permissions.Split(',').Select(x => Symbolic().Match(x)).ToList();
        Assert.True(clauses.TrueForAll(x => x.Success), $"'{permissions}' are no permissions: expected something like 755, +x or u+rw,go-w");
        return (UnixFileMode)clauses.Aggregate((int)current, Apply);
    }

    private static int Apply(int mode, Match clause)
    {
        var who = clause.Groups["who"].Value is "" or "a" ? "ugo" : clause.Groups["who"].Value.Replace("a", "ugo", StringComparison.Ordinal);
        var people = who.Aggregate(0, (bits, x) => bits | x switch { 'u' => 0b111_000_000, 'g' => 0b111_000, _ => 0b111 });
        var rights = clause.Groups["what"].Value.Aggregate(0, (bits, x) => bits | x switch { 'r' => 0b100_100_100, 'w' => 0b010_010_010, _ => 0b001_001_001 });
        return clause.Groups["how"].Value switch
        {
            "+" => mode | (people & rights),
            "-" => mode & ~(people & rights),
            _ => (mode & ~(people & Everyone)) | (people & rights),
        };
    }

    [GeneratedRegex("^[0-7]{3,4}$")]
    private static partial Regex Octal();

    [GeneratedRegex("^(?<who>[ugoa]*)(?<how>[+=-])(?<what>[rwx]*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Symbolic();
}

using Semver;

namespace Slipway.Releasing;

/// <summary>A tag that stands for a release: <c>v1.2.3</c>, <c>1.2.3</c>, or of one crate of several <c>crate-1.2.3</c>, <c>crate-v1.2.3</c>, <c>crate/v1.2.3</c>.</summary>
/// <param name="Crate">Null when the tag is about the whole workspace.</param>
public sealed record ReleaseTag(string Name, string? Crate, SemVersion Version)
{
    /// <summary>Whether it is no final version: alpha, beta, rc and the like.</summary>
    public bool IsPrerelease => Version.IsPrerelease;

    /// <param name="crates">Names of the workspace's members: a crate's name may itself look like the beginning of a version.</param>
    /// <exception cref="SlipwayException">It is the tag of no release.</exception>
    public static ReleaseTag Parse(string tag, IEnumerable<string> crates)
    {
        if (tag.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign) || sign is '~' or '^' or ':' or '?' or '*' or '[' or '\\'))
            throw Wrong(tag);
        var names = crates.ToList();
        // The longest name first: of "app-core-1.0.0" the crate is app-core, when there is one.
        foreach (var crate in names.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal))
        {
            foreach (var separator in new[] { "-", "/" })
            {
                if (tag.StartsWith(crate + separator, StringComparison.Ordinal) && Read(tag[(crate.Length + 1)..]) is { } own)
                    return new ReleaseTag(tag, crate, own);
            }
        }

        return Read(tag) is { } version ? new ReleaseTag(tag, null, version) : throw Wrong(tag);
    }

    private static SemVersion? Read(string text) =>
        SemVersion.TryParse(text.StartsWith('v') ? text[1..] : text, SemVersionStyles.Strict, out var version) ? version : null;

    private static SlipwayException Wrong(string tag) => new(
        ErrorKind.Configuration,
        $"The tag '{tag}' is no tag of a release.",
        "It is v1.2.3, 1.2.3, or in a workspace of several crates also CRATE-1.2.3 or CRATE-v1.2.3, with a version as semver.org says.");
}

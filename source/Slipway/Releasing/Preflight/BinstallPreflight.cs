using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Cargo;
using Slipway.Manifest;

namespace Slipway.Releasing;

/// <summary>
/// Whether <c>cargo binstall</c> finds what a release uploads. What a crate says of it cannot be mended once it is published.
/// Source of the rules: https://github.com/cargo-bins/cargo-binstall/blob/main/SUPPORT.md
/// </summary>
public static partial class BinstallPreflight
{
    private const string Title = "cargo binstall";

    /// <param name="triples">Of the archives.</param>
    public static PreflightCheck Judge(ReleaseTag tag, CargoPackage package, IReadOnlyCollection<string> triples)
    {
        var place = new SourceLocation(package.ManifestPath);
        if (package.Info.Repository is not { Length: > 0 } repository)
        {
            return PreflightCheck.Note(Title, $"It does not find {package.Name}, which names no repository.", "Set package.repository in Cargo.toml to the address of the repository.") with { Location = place };
        }

        var root = repository.TrimEnd('/');
        root = root.EndsWith(".git", StringComparison.Ordinal) ? root[..^".git".Length] : root;
        if (package.Info.Binstall is { Address: not null } or { ProgramPath: not null } or { Format: not null } or { Overrides.IsEmpty: false })
            return Judge(tag, package, package.Info.Binstall, root, triples) is { } wrong ? PreflightCheck.Bad(Title, wrong.What, wrong.Fix, place) : PreflightCheck.Good(Title, $"the places that {package.Name} names are those of the archives");
        // It knows no other tags by itself.
        return tag.Name == $"v{tag.Version}" || tag.Name == $"{tag.Version}"
            ? PreflightCheck.Good(Title, $"it finds {package.Name} without being told")
            : PreflightCheck.Note(
                Title,
                $"It does not look below the tag {tag.Name}.",
                $"Say it in Cargo.toml: [package.metadata.binstall] pkg-url = \"{{ repo }}/releases/download/{tag.Name.Replace(tag.Version.ToString(), "{ version }", StringComparison.Ordinal)}/{{ name }}-{{ version }}-{{ target }}.tar.gz\"") with
            { Location = place };
    }

    private static (string What, string Fix)? Judge(ReleaseTag tag, CargoPackage package, BinstallMetadata said, string root, IReadOnlyCollection<string> triples)
    {
        foreach (var triple in triples.Order(StringComparer.Ordinal))
        {
            var own = said.For(triple);
            var archive = AssetName.Archive(package.Name, package.Version, triple);
            var isWindows = AssetName.IsWindows(triple);
            // A tgz is looked for under both of its names.
            ImmutableArray<string> endings = isWindows ? ["zip"] : ["tar.gz", "tgz"];
            if (own.Format is { } format && !endings.Contains(format))
                return ($"For {triple}, {package.Name} says that its archive is {format}, and it is {endings[0]}.", $"pkg-fmt = \"{endings[^1]}\"");
            var address = $"{root}/releases/download/{tag.Name}/{archive}";
            if (own.Address is { } template && !endings.Any(ending => Fill(template, ending, program: null) == address))
                return ($"For {triple}, {package.Name} says that its archive is at {Fill(template, endings[0], program: null)}, and it is at {address}.", $"pkg-url = \"{{ repo }}/releases/download/{tag.Name.Replace(tag.Version.ToString(), "{ version }", StringComparison.Ordinal)}/{{ name }}-{{ version }}-{{ target }}{{ archive-suffix }}\"");
            foreach (var program in package.Binaries.Select(binary => binary.Name))
            {
                var path = $"{AssetName.Stem(package.Name, package.Version, triple)}/{program}{(isWindows ? ".exe" : "")}";
                if (own.ProgramPath is { } inside && Fill(inside, endings[0], program) != path)
                    return ($"For {triple}, {package.Name} says that {program} is at {Fill(inside, endings[0], program)} in the archive, and it is at {path}.", "bin-dir = \"{ name }-{ version }-{ target }/{ bin }{ binary-ext }\"");
            }

            string Fill(string template, string ending, string? program) => Placeholder().Replace(template, match => match.Groups[1].Value switch
            {
                "repo" => root,
                "name" => package.Name,
                "version" => package.Version,
                "target" => triple,
                "archive-format" or "format" => ending,
                "archive-suffix" => "." + ending,
                "binary-ext" => isWindows ? ".exe" : "",
                "bin" => program ?? match.Value,
                _ => match.Value,
            });
        }

        return null;
    }

    [GeneratedRegex(@"\{ ?([a-z-]+) ?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}

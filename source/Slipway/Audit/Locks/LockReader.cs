using Slipway.Audit.Versions;
using Slipway.Toml;

namespace Slipway.Audit.Locks;

/// <summary>Reads lock files of the versions 1 to 4; they differ in how much a dependency says beside its name.</summary>
internal sealed class LockReader
{
    private const long NewestVersion = 4;
    private const string Hint = "Write it anew: `cargo generate-lockfile`, or restore it from git.";

    private readonly TomlFile _file;
    private readonly List<(TomlGroup Entry, LockPackage Package)> _packages = [];
    private readonly Dictionary<string, List<int>> _byName = new(StringComparer.Ordinal);

    private LockReader(TomlFile file) => _file = file;

    public static LockFile Read(string text, string path)
    {
        var file = TomlFile.Parse(text, path, hint: Hint);
        RequireVersion(file);
        return new LockFile(path, new LockReader(file).ReadPackages());
    }

    private static void RequireVersion(TomlFile file)
    {
        switch (file.Root["version"])
        {
            case null or TomlScalar { Value: >= 1L and <= NewestVersion }:
                return;
            case TomlScalar { Value: > NewestVersion } newer:
                throw file.Error(newer, $"its version is {newer.Value}, and {NewestVersion} is the newest that is known here", "Write it with an older cargo.");
            case var other:
                throw file.Error(other, "its version is no number", Hint);
        }
    }

    private List<LockPackage> ReadPackages()
    {
        // The oldest lock files have the workspace's package in a table of its own.
        if (_file.Group(_file.Root, "root") is { } root)
            Add(root);
        foreach (var item in _file.Items(_file.Root, "package"))
            Add(item as TomlGroup ?? throw _file.Error(item, "a package is no table", Hint));
        return [.. _packages.Select(x => x.Package with { Dependencies = [.. _file.Texts(x.Entry, "dependencies").Select(Resolve)] })];
    }

    private void Add(TomlGroup entry)
    {
        var name = _file.Text(entry, "name");
        var text = _file.Text(entry, "version");
        if (!CrateVersion.TryParse(text, out var version))
            throw _file.Error(entry["version"]!, $"'{text}' of {name} is no version", Hint);
        var source = _file.OptionalText(entry, "source");
        if (!_byName.TryGetValue(name, out var others))
            _byName.Add(name, others = []);
        if (others.Exists(other => _packages[other].Package is var known && known.Version == version && known.Source == source))
            throw _file.Error(entry, $"{name} {text} is there twice", Hint);
        others.Add(_packages.Count);
        _packages.Add((entry, new LockPackage(name, version, source, entry.Line, [])));
    }

    /// <summary>"name", "name version" or "name version (source)": as much as tells it from the others.</summary>
    private int Resolve(TomlText dependency)
    {
        var parts = dependency.Value.Split(' ', 3);
        var found = _byName.GetValueOrDefault(parts[0], [])
            .Where(index => _packages[index].Package is var package
                && (parts.Length < 2 || package.Version.ToString() == WithoutBuild(parts[1]))
                && (parts.Length < 3 || $"({package.Source})" == parts[2]))
            .ToList();
        return found switch
        {
            [var one] => one,
            [] => throw _file.Error(dependency, $"no package is '{dependency.Value}'", Hint),
            _ => throw _file.Error(dependency, $"several packages are '{dependency.Value}'", Hint),
        };
    }

    private static string WithoutBuild(string version) => version.Split('+')[0];
}

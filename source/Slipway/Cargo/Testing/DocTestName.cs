using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Cargo.Testing;

/// <summary>Names such as <c>src/lib.rs - add (line 4)</c>, below the workspace's or the package's folder.</summary>
internal static partial class DocTestName
{
    public static SourceLocation? Locate(string name, CargoWorkspace workspace, CargoPackage package)
    {
        var match = Name().Match(name);
        if (!match.Success)
            return null;
        var line = int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture);
        return new[] { workspace.RootFolder, package.Folder }
            .Select(folder => Path.GetFullPath(match.Groups["file"].Value, folder))
            .Where(File.Exists)
            .Select(file => new SourceLocation(file, line))
            .FirstOrDefault();
    }

    [GeneratedRegex(@"^(?<file>[^\0]+?) - .*\(line (?<line>\d{1,9})\)$")]
    private static partial Regex Name();
}

using System.Text.RegularExpressions;

namespace Slipway.Manifest;

/// <summary>Names of a release's files.</summary>
public static partial class AssetName
{
    private const string WindowsExtension = ".zip";
    private const string Extension = ".tar.gz";

    /// <summary><c>name-version-target</c>, where cargo-binstall looks without being told: the crate's name, not the program's.</summary>
    /// <exception cref="SlipwayException">GitHub would rename it.</exception>
    public static string Stem(string crate, string version, string triple) => Checked($"{crate}-{version}-{triple}");

    /// <summary>The archive for a target, such as <c>caro-1.2.3-x86_64-unknown-linux-gnu.tar.gz</c>.</summary>
    /// <exception cref="SlipwayException">GitHub would rename it.</exception>
    public static string Archive(string crate, string version, string triple) => Stem(crate, version, triple) + (IsWindows(triple) ? WindowsExtension : Extension);

    public static bool IsWindows(string triple) => triple.Contains("-windows-", StringComparison.Ordinal);

    /// <summary>The name, when GitHub keeps it as it is: it replaces other characters, and what refers to the name leads nowhere.</summary>
    /// <exception cref="SlipwayException">It would not.</exception>
    public static string Checked(string name) => Allowed().IsMatch(name)
        ? name
        : throw new SlipwayException(
            ErrorKind.Configuration,
            $"A file of the release would be called '{name}', which GitHub does not keep.",
            "Names have letters, digits and . _ + - only, and begin with a letter or digit.");

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._+-]{0,199}\z")]
    private static partial Regex Allowed();
}

using System.Runtime.CompilerServices;
using System.Text;

namespace Shared;

/// <summary>Compares text with a committed file; UPDATE_GOLDEN=1 writes the file instead.</summary>
internal static class Golden
{
    /// <param name="name">Below the folder of the test.</param>
    public static void ShouldMatch(string actual, string name, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(FolderOf(caller), name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, actual);
        File.Exists(path).ShouldBeTrue($"{path} is missing; UPDATE_GOLDEN=1 writes it.");
        actual.ShouldBe(File.ReadAllText(path), $"{path} differs; UPDATE_GOLDEN=1 rewrites it, and its diff is to be reviewed.");
    }

    /// <summary>The same for a file that is compared byte for byte, in the folder Golden.</summary>
    public static void ShouldBeGolden(this byte[] actual, string name, [CallerFilePath] string caller = "")
        => ShouldMatch(Encoding.UTF8.GetString(actual), Path.Combine("Golden", name), caller);

    // The compiler is told to call the repository's root "/_/", so that builds do not depend on where they stand.
    private static string FolderOf(string caller) => Path.GetDirectoryName(
        caller.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, caller["/_/".Length..]) : caller)!;
}

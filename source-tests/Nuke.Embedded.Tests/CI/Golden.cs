using System.Text;

namespace Nuke.Embedded.Tests.CI;

/// <summary>Expected files. UPDATE_GOLDEN=1 rewrites them; the diff is reviewed.</summary>
internal static class Golden
{
    private static readonly string Folder = Path.Combine(SourceRoot(), "source-tests", "Nuke.Embedded.Tests", "CI", "Golden");

    public static void ShouldBeGolden(this byte[] actual, string name)
    {
        var file = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllBytes(file, actual);

        Encoding.UTF8.GetString(actual).ShouldBe(File.ReadAllText(file));
        actual.ShouldBe(File.ReadAllBytes(file));
    }

    private static string SourceRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Slipway.slnx")))
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        return directory.FullName;
    }
}

namespace Shared;

internal static class Repository
{
    /// <summary>The folder of this repository.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Slipway.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Slipway.slnx above the tests.");
        return folder.FullName;
    }
}

namespace Slipway.Rehearsal.Tests;

/// <summary>Gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "slipway-tests", Guid.NewGuid().ToString("N"));

    public static string operator /(TemporaryFolder folder, string path) => System.IO.Path.Combine(folder.Path, path);

    public TemporaryFolder With(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this / path)!);
        File.WriteAllText(this / path, text);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

namespace Slipway.Tests;

/// <summary>A real Rust project in a folder of its own, gone after the test.</summary>
internal sealed class RustProject : IDisposable
{
    private RustProject()
    {
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; } =
        Path.Combine(Path.GetTempPath(), "slipway-tests", Guid.NewGuid().ToString("N"));

    public static RustProject Empty() => new();

    /// <summary>A package with a library; <paramref name="manifest"/> is added to its manifest.</summary>
    public static RustProject Library(string name, string source, string manifest = "") =>
        Package(name, manifest).With("src/lib.rs", source);

    public static RustProject Package(string name, string manifest = "") =>
        new RustProject().WithPackage("", name, manifest);

    public RustProject WithPackage(string folder, string name, string manifest = "", string keys = "") => With(
        Path.Combine(folder, "Cargo.toml"),
        $"""
        [package]
        name = "{name}"
        version = "0.1.0"
        edition = "2021"
        {keys}

        {manifest}
        """);

    public RustProject With(string path, string text)
    {
        var full = this / path;
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>A file that can be started.</summary>
    public RustProject WithScript(string path, string text)
    {
        With(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(this / path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    public static string operator /(RustProject project, string path) => Path.GetFullPath(path, project.Folder);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

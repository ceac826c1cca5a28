namespace Bootstrap.Tests;

/// <summary>A folder to put on PATH, with links to real programs and stand-ins for others.</summary>
public sealed record Tools(string Folder)
{
    public static Tools In(string folder) => new(folder);

    public Tools With(params string[] programs)
    {
        foreach (var program in programs)
            File.CreateSymbolicLink(Path.Combine(Folder, program), Find(program));
        return this;
    }

    public Tools WithAllBut(params string[] programs)
    {
        foreach (var file in Folders().SelectMany(Directory.EnumerateFiles))
        {
            var link = Path.Combine(Folder, Path.GetFileName(file));
            if (!programs.Contains(Path.GetFileName(file)) && !File.Exists(link))
                File.CreateSymbolicLink(link, file);
        }

        return this;
    }

    public Tools WithScript(string name, string script)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllText(file, "#!/usr/bin/env bash\n" + script);
        File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
        return this;
    }

    public static string Find(string program) =>
        Folders().Select(folder => Path.Combine(folder, program)).First(File.Exists);

    private static IEnumerable<string> Folders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Where(Directory.Exists);
}

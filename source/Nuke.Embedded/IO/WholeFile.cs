namespace Nuke.Common.IO;

/// <summary>Makes a file appear whole or not at all.</summary>
internal static class WholeFile
{
    public static void Write(AbsolutePath file, FileMode mode, Action<Stream> write) =>
        WriteAsync(
            file,
            mode,
            stream =>
            {
                write(stream);
                return Task.CompletedTask;
            }).GetAwaiter().GetResult();

    public static async Task WriteAsync(AbsolutePath file, FileMode mode, Func<Stream, Task> write)
    {
        Check(file, mode);
        file.Parent.CreateDirectory();
        var temporary = file.Parent / $".{file.Name}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await write(stream);
                await stream.FlushAsync();
                RandomAccess.FlushToDisk(stream.SafeFileHandle);
            }

            File.Move(temporary, file, overwrite: mode != FileMode.CreateNew);
        }
        finally
        {
            temporary.DeleteFile();
        }
    }

    private static void Check(AbsolutePath file, FileMode mode)
    {
        var exists = file.FileExists();
        switch (mode)
        {
            case FileMode.CreateNew when exists:
                throw new IOException($"File '{file}' exists already; pass FileMode.Create to replace it");
            case FileMode.Open or FileMode.Truncate when !exists:
                throw new FileNotFoundException($"File '{file}' does not exist; pass FileMode.Create to create it");
            case FileMode.Append:
                throw new ArgumentException($"File '{file}' cannot be appended to; pass FileMode.Create to replace it");
        }
    }
}

using System.Globalization;

namespace Slipway.Processes;

/// <summary>What tells a program from another at the same place, without starting or reading it.</summary>
public static class ToolStamp
{
    public static string Of(string? path)
    {
        if (path is null)
            return "none";
        // Where a link leads is what counts.
        var file = new FileInfo(path);
        if (file.LinkTarget is not null)
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return file.Exists
            ? string.Create(CultureInfo.InvariantCulture, $"{path} {file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}")
            : $"{path} absent";
    }
}

namespace Slipway.Cargo;

internal static class PackageId
{
    /// <summary>"path+file:///a/b#name@1.0.0", or without the name when it is the path's last part.</summary>
    public static string NameOf(string id)
    {
        var hash = id.LastIndexOf('#');
        var fragment = id[(hash + 1)..];
        var at = fragment.IndexOf('@', StringComparison.Ordinal);
        if (at > 0)
            return fragment[..at];
        var url = hash < 0 ? id : id[..hash];
        return url.Split('?')[0].TrimEnd('/').Split('/')[^1];
    }
}

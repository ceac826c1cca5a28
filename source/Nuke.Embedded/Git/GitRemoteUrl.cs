using System.Text.RegularExpressions;

namespace Nuke.Common.Git;

/// <summary>The parts of a remote's address; a local path has none of them.</summary>
internal sealed partial record GitRemoteUrl(GitProtocol? Protocol, string? Endpoint, string? Identifier, string? SshPort)
{
    private static readonly GitRemoteUrl Local = new(null, null, null, null);

    public static GitRemoteUrl Parse(string url)
    {
        url = url.Trim();
        if (WithScheme().Match(url) is { Success: true } match)
        {
            var scheme = match.Groups["scheme"].Value.ToLowerInvariant();
            var (host, port) = (match.Groups["host"].Value, match.Groups["port"].Value);
            GitProtocol? protocol = scheme switch
            {
                "http" or "https" => GitProtocol.Https,
                "ssh" or "git+ssh" or "ssh+git" => GitProtocol.Ssh,
                _ => null,
            };
            if (scheme == "file")
                return Local;
            // The port of ssh is not the one of the web server.
            var endpoint = protocol == GitProtocol.Https && port.Length > 0 ? $"{host}:{port}" : host;
            return new(protocol, endpoint, Clean(match.Groups["path"].Value), protocol == GitProtocol.Ssh && port.Length > 0 ? port : null);
        }

        return ScpForm().Match(url) is { Success: true } scp
            ? new(GitProtocol.Ssh, scp.Groups["host"].Value, Clean(scp.Groups["path"].Value), null)
            : Local;
    }

    private static string Clean(string path)
    {
        path = path.Trim('/');
        return path.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? path[..^".git".Length] : path;
    }

    // Whatever stands before the @ is a user, or a secret.
    [GeneratedRegex(@"^(?<scheme>[a-z][a-z0-9+.-]*)://(?:[^@/]*@)?(?<host>\[[^\]]+\]|[^:/]*)(?::(?<port>\d+))?/(?<path>.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WithScheme();

    // A single letter before the colon is a drive.
    [GeneratedRegex(@"^(?:[^@/:]+@)?(?<host>\[[^\]]+\]|[^@/:\\]{2,}):(?<path>[^\\]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex ScpForm();
}

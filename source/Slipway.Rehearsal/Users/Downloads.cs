using Slipway.Manifest;

namespace Slipway.Rehearsal.Users;

/// <summary>Every file of the release, from its public address.</summary>
internal static class Downloads
{
    private const string Name = "download";

    public static async Task<UserCheck> GetAsync(ReleaseManifest manifest, Uri address, string folder, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var missing = new List<string>();
        var size = 0L;
        foreach (var asset in manifest.Assets)
        {
            try
            {
                await using var from = await http.GetStreamAsync(new Uri(address, asset.Name), cancellationToken);
                await using var to = File.Create(Path.Combine(folder, asset.Name));
                await from.CopyToAsync(to, cancellationToken);
                size += to.Length;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                missing.Add(asset.Name);
            }
        }

        return missing.Count == 0
            ? new UserCheck(Name, true, $"{manifest.Assets.Count} files, {size} bytes")
            : new UserCheck(Name, false, $"Not to be had: {string.Join(", ", missing)}.", "See what ReleaseStatus says, and run GoLive.");
    }
}

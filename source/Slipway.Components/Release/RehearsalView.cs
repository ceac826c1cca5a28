using Nuke.Common.IO;
using Serilog;
using Slipway.Cargo;
using Slipway.Manifest;
using Slipway.Packaging;
using Slipway.Rehearsal.Page;
using Slipway.Rehearsal.Users;

namespace Slipway.Components;

/// <summary>What came of a rehearsal; like its servers, loaded only when there is one.</summary>
internal static class RehearsalView
{
    public static async Task<(AbsolutePath File, IReadOnlyList<string> Bad)> TryAsync(Rehearsing rehearsal, AbsolutePath release, GpgKey key, CargoWorkspace workspace, CancellationToken cancellationToken)
    {
        var manifest = await ReleaseManifest.GetAsync(release, cancellationToken);
        var site = $"{rehearsal.Environment["GITHUB_SERVER_URL"]}/{rehearsal.Environment["GITHUB_REPOSITORY"]}/releases";
        var user = new User(
            manifest,
            new Uri($"{site}/download/{Uri.EscapeDataString(manifest.Tag)}/"),
            rehearsal.Environment,
            key,
            await RustTargets.HostAsync(workspace.RootFolder, cancellationToken),
            Path.Combine(rehearsal.Folder, "user"));
        var checks = await user.TryAsync(cancellationToken);
        foreach (var check in checks)
            Write(check);
        var file = release / RehearsalPage.FileName;
        await AtomicFile.WriteTextAsync(file, RehearsalPage.Write(rehearsal.Show(
            manifest,
            new Uri($"{site}/tag/{Uri.EscapeDataString(manifest.Tag)}"),
            checks,
            await ReadAsync(release / ChecksumFile.Name, cancellationToken),
            await ReadAsync(release / (ChecksumFile.Name + GpgSigner.Extension), cancellationToken))), cancellationToken);
        return (file, [.. checks.Where(check => !check.IsGood).Select(check => check.Name)]);
    }

    private static void Write(UserCheck check)
    {
        var text = PipelineLog.Harmless($"{check.Name}: {check.Detail}{(check.Fix is null ? "" : $"\n    {check.Fix}")}");
        if (check.IsGood)
            Log.Information("{Check:l}", text);
        else
            Log.Error("{Check:l}", text);
    }

    private static async Task<string> ReadAsync(AbsolutePath file, CancellationToken cancellationToken) =>
        File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : "";
}

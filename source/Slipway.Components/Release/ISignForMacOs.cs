using Nuke.Common;
using Serilog;
using Slipway.Packaging;

namespace Slipway.Components;

/// <summary>Brings <c>SignForMacOs</c>: programs for macOS that macOS starts after they were downloaded.</summary>
public interface ISignForMacOs : IHazRelease
{
    [Parameter("Certificate for signing on macOS, as base64")]
    [Secret]
    string AppleCertificate => TryGetValue(() => AppleCertificate);

    [Parameter("Password of the certificate")]
    [Secret]
    string AppleCertificatePassword => TryGetValue(() => AppleCertificatePassword);

    [Parameter("Key of App Store Connect for notarization, as JSON")]
    [Secret]
    string AppleNotaryKey => TryGetValue(() => AppleNotaryKey);

    Target SignForMacOs => _ => _
        .Unlisted()
        .Description("Release: signs and notarizes the programs for macOS")
        .DependsOn<IPackage>(x => x.BuildBinaries)
        .OnlyWhenStatic(() => OperatingSystem.IsMacOS())
        // What is skipped elsewhere is still needed.
        .WhenSkipped(DependencyBehavior.Execute)
        .Requires(() => AppleCertificate)
        .Requires(() => AppleCertificatePassword)
        .Requires(() => AppleNotaryKey)
        .Executes(() => this.ExplainAsync(async () =>
        {
            var programs = PipelineState.Of(this).ReleasePrograms
                .Where(x => x.Key.Contains("-apple-", StringComparison.Ordinal))
                .SelectMany(x => x.Value.Select(program => program.File))
                .ToList();
            var credentials = AppleCredentials.Parse(AppleCertificate, AppleCertificatePassword, AppleNotaryKey);
            await new MacSigner(credentials).SignAsync(programs, Interruption.Token);
            Log.Information("{Count} programs are signed and notarized", programs.Count);
        }));
}

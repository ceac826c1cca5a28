using Slipway.Manifest;
using Slipway.Releasing.Journal;

namespace Slipway.Releasing;

/// <summary>What every step of a release works with.</summary>
/// <param name="Folder">Where the assets are.</param>
/// <param name="Say">Takes one line for the person who waits.</param>
public sealed record ReleaseRun(ReleaseManifest Manifest, string Folder, ReleaseJournal Journal, TimeProvider Time, Action<string> Say);

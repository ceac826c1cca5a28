using Nuke.Common.IO;

namespace Nuke.Components;

/// <summary>Where the build leaves its reports.</summary>
public interface IHazReports : IHazArtifacts
{
    AbsolutePath ReportDirectory => ArtifactsDirectory / "reports";
}

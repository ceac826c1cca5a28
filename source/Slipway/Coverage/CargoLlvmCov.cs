using Slipway.Coverage.Llvm;

namespace Slipway.Coverage;

/// <summary>The program <c>cargo llvm-cov</c>. It runs what <c>cargo test</c> runs, and counts tests inside files as code.</summary>
internal sealed class CargoLlvmCov(string program, string version) : ICoverageTool
{
    public const string Name = "cargo-llvm-cov";

    public string Title => $"{Name} {version}";

    public async Task<CoverageData> MeasureAsync(CoverageRequest request, CancellationToken cancellationToken = default)
    {
        await using var held = await FolderLock.TakeAsync(request.Folder, cancellationToken);
        var report = Path.Combine(request.Folder, "cargo-llvm-cov.json");
        var target = Path.Combine(request.Folder, "target");
        await ForeignTool.RunAsync(request, program, ["llvm-cov", "--json", "--output-path", report], report, cancellationToken);
        var files = await LlvmExport.ReadAsync(report, cancellationToken);
        return new CoverageData(Title, HasRegions: true, KnownCode.Join(files, files, new MemberFiles(request.Workspace, target)), []);
    }
}

namespace Slipway.Coverage;

/// <summary>The program <c>cargo tarpaulin</c>, which tells lines only.</summary>
internal sealed class Tarpaulin(string program, string version) : ICoverageTool
{
    public const string Name = "cargo-tarpaulin";

    public string Title => $"{Name} {version}";

    public async Task<CoverageData> MeasureAsync(CoverageRequest request, CancellationToken cancellationToken = default)
    {
        await using var held = await FolderLock.TakeAsync(request.Folder, cancellationToken);
        var report = Path.Combine(request.Folder, "tarpaulin-report.json");
        string[] arguments = ["tarpaulin", "--out", "Json", "--output-dir", request.Folder];
        await ForeignTool.RunAsync(request, program, arguments, report, cancellationToken);
        var members = new MemberFiles(request.Workspace, Path.Combine(request.Folder, "target"));
        return new CoverageData(Title, HasRegions: false, await TarpaulinReport.ReadAsync(report, members, cancellationToken), []);
    }
}

using Slipway.Cargo.Testing;

namespace Slipway.Coverage.Llvm;

/// <summary>
/// Compiles with counters, runs all tests that there are, those in documentation and from outside as well, and asks LLVM
/// what they have executed.
/// </summary>
internal sealed class LlvmCoverage(LlvmTools tools) : ICoverageTool
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public string Title => tools.ToString();

    public async Task<CoverageData> MeasureAsync(CoverageRequest request, CancellationToken cancellationToken = default)
    {
        await using var held = await FolderLock.TakeAsync(request.Folder, Patience, cancellationToken);
        var build = await InstrumentedBuild.CompileAsync(request, cancellationToken);
        var profiles = Path.Combine(request.Folder, "profiles");
        // Counts of an earlier run would be added to those of this one.
        InstrumentedBuild.Recreate(profiles);
        var groups = await RunInTurnAsync(request, build, profiles, cancellationToken);
        var merging = new Profiles(tools, request.Folder);
        var (merged, lost) = await merging.MergeAsync(profiles, cancellationToken);
        var exports = await Task.WhenAll(
            merging.ExportAsync(merged, "shipped", build.Shipped, cancellationToken),
            merging.ExportAsync(merged, "all", build.All, cancellationToken));
        var files = KnownCode.Join(exports[0], exports[1], new MemberFiles(request.Workspace, Path.Combine(request.Folder, "target")));
        return new CoverageData(Title, HasRegions: true, files, [.. groups.Where(group => !group.Succeeded)], lost);
    }

    private static async Task<IReadOnlyList<TestGroup>> RunInTurnAsync(
        CoverageRequest request,
        InstrumentedBuild build,
        string profiles,
        CancellationToken cancellationToken)
    {
        if (request.Turn is null)
            return await RunAsync(request, build, profiles, cancellationToken);
        await request.Turn.WaitAsync(cancellationToken);
        try
        {
            return await RunAsync(request, build, profiles, cancellationToken);
        }
        finally
        {
            request.Turn.Release();
        }
    }

    private static async Task<IReadOnlyList<TestGroup>> RunAsync(
        CoverageRequest request,
        InstrumentedBuild build,
        string profiles,
        CancellationToken cancellationToken)
    {
        // Eight files for each program, however many processes there are of it.
        var pattern = Path.Combine(profiles, "%8m.profraw");
        var tests = build.Tests with
        {
            Binaries = [.. build.Tests.Binaries.Select(binary => binary with { Environment = binary.Environment.SetItem(Instrumented.ProfileVariable, pattern) })],
        };
        var plan = await TestPlan.DiscoverAsync(tests, TestSuite.All, cancellationToken);
        var groups = new List<TestGroup>((await plan.RunAsync(request.Options, request.TestSink, cancellationToken)).Groups);
        var documentation = build.Test.WithEnvironment(Instrumented.ProfileVariable, pattern);
        groups.AddRange((await DocTests.RunAsync(documentation, request.Options, request.TestSink, cancellationToken)).Groups);
        if (request.Script is { } path && File.Exists(path))
        {
            var script = new TestScript(path)
                .WithWorkingDirectory(request.Workspace.RootFolder)
                .WithPrograms(tests.Run)
                .WithEnvironment(Instrumented.ProfileVariable, pattern);
            groups.AddRange((await script.RunAsync(request.Options, request.TestSink, cancellationToken)).Groups);
        }

        return groups;
    }
}

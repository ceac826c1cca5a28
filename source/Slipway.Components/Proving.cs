using System.Diagnostics;
using Nuke.Common;
using Serilog;
using Slipway.Proofs;

namespace Slipway.Components;

/// <summary>Where gates are spared that an earlier run has proved for the same inputs.</summary>
internal static class Proving
{
    /// <summary>Whether the workspace can be read, so that something can be said of its inputs.</summary>
    public static async Task<bool> CanProveAsync(this IHazGates build)
    {
        try
        {
            return await PipelineState.Of(build).ProofsAsync() != null;
        }
        catch (SlipwayException)
        {
            return false;
        }
    }

    /// <inheritdoc cref="ProveAsync(IHazGates, ProofInputs, Func{Task}, Func{IEnumerable{string}}, CancellationToken, string[])"/>
    public static Task ProveAsync(this IHazGates build, ProofInputs inputs, Func<Task> run, CancellationToken token, params string[] reports) =>
        build.ProveAsync(inputs, run, static () => [], token, reports);

    /// <summary>Takes a gate from the record, or runs and judges it, and enters a good result in the record.</summary>
    /// <param name="run">Judges the gate that the inputs name.</param>
    /// <param name="products">Files that the run makes and others use: without them there is nothing proved.</param>
    /// <param name="reports">Files that the run writes for readers, in the folder of the reports.</param>
    public static async Task ProveAsync(
        this IHazGates build,
        ProofInputs inputs,
        Func<Task> run,
        Func<IEnumerable<string>> products,
        CancellationToken token,
        params string[] reports)
    {
        var started = Stopwatch.GetTimestamp();
        var state = PipelineState.Of(build);
        if (await (await state.ProofsAsync()).FindAsync(inputs, token) is { } proof)
        {
            build.Accept(proof, Stopwatch.GetElapsedTime(started));
            return;
        }

        await run();
        if (!state.Gates.TryGetValue(inputs.Gate, out var gate))
            return;
        try
        {
            await (await state.ProofsAsync()).RecordAsync(
                inputs,
                gate with { Leg = null, Job = null },
                state.Suites.GetValueOrDefault(inputs.Gate),
                products(),
                Read(build, reports),
                token);
        }
        // The gate has passed; that it will run again is all that comes of it.
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.Warning("{Gate:l} was not entered in the record: {Reason:l}", inputs.Gate, exception.Message);
        }
    }

    public static Task<ProofBook> OpenAsync(IHazGates build, CancellationToken token) => ProofBook.OpenAsync(
        new ProofRequest(
            NukeBuild.TemporaryDirectory / "proofs",
            [typeof(ProofBook).Module, typeof(Proving).Module, build.GetType().Module],
            [NukeBuild.TemporaryDirectory, build.ReportDirectory, NukeBuild.RootDirectory / "artifacts"],
            build.NoCache,
            TimeProvider.System),
        build.Workspace,
        token);

    private static List<ProvedReport> Read(IHazGates build, string[] reports) =>
    [
        .. reports.Where(File.Exists).Select(x => new ProvedReport(Path.GetRelativePath(build.ReportDirectory, x), File.ReadAllText(x))),
    ];

    private static void Accept(this IHazGates build, Proof proof, TimeSpan duration)
    {
        var state = PipelineState.Of(build);
        var gate = proof.Gate with { Recorded = proof.At, Duration = duration };
        if (proof.Suite is { } suite)
        {
            state.Suites[gate.Name] = suite;
            state.Reports(build).AddAsync(suite with { Leg = build.Leg }).GetAwaiter().GetResult();
        }

        foreach (var report in proof.Reports)
            AtomicFile.WriteTextAsync(Path.Combine(state.Reports(build).Folder, report.File), report.Text).GetAwaiter().GetResult();
        Log.Information("{Gate:l} is {Provenance:l} (--no-cache runs it)", gate.Name, gate.Provenance);
        build.Judge(gate);
    }
}

using System.Diagnostics;
using Nuke.Common;
using Serilog;
using Slipway.Proofs;

namespace Slipway.Components;

/// <summary>Where gates are spared that an earlier run has proved for the same inputs.</summary>
internal static class Proving
{
    /// <inheritdoc cref="ProveAsync(IHazGates, ProofInputs, Func{Task}, Func{IEnumerable{string}}, CancellationToken)"/>
    public static Task ProveAsync(this IHazGates build, ProofInputs inputs, Func<Task> run, CancellationToken token) =>
        build.ProveAsync(inputs, run, static () => [], token);

    /// <summary>Takes a gate from the record, or runs and judges it, and enters a good result in the record.</summary>
    /// <param name="run">Judges the gate that the inputs name.</param>
    /// <param name="products">Files that the run makes and others use: without them there is nothing proved.</param>
    public static async Task ProveAsync(
        this IHazGates build,
        ProofInputs inputs,
        Func<Task> run,
        Func<IEnumerable<string>> products,
        CancellationToken token)
    {
        var started = Stopwatch.GetTimestamp();
        var state = PipelineState.Of(build);
        if (await state.Proofs.FindAsync(inputs, token) is { } proof)
        {
            build.Accept(proof, Stopwatch.GetElapsedTime(started));
            return;
        }

        await run();
        if (!state.Gates.TryGetValue(inputs.Gate, out var gate))
            return;
        try
        {
            await state.Proofs.RecordAsync(
                inputs,
                gate with { Leg = null, Job = null },
                state.Suites.GetValueOrDefault(inputs.Gate),
                products(),
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

    private static void Accept(this IHazGates build, Proof proof, TimeSpan duration)
    {
        var state = PipelineState.Of(build);
        var gate = proof.Gate with { Recorded = proof.At, Duration = duration };
        if (proof.Suite is { } suite)
        {
            state.Suites[gate.Name] = suite;
            state.Reports(build).AddAsync(suite with { Leg = build.Leg }).GetAwaiter().GetResult();
        }

        Log.Information("{Gate:l} is {Provenance:l} (--no-cache runs it)", gate.Name, gate.Provenance);
        build.Judge(gate);
    }
}

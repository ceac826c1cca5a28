using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Processes;

namespace Slipway.Benchmarks;

/// <summary>Counts the instructions of an iteration with valgrind, where it is installed and the program lets itself be told how many to do.</summary>
internal sealed partial class InstructionCounter(string valgrind)
{
    // Both counts of one program, relative to each other.
    private const double Reproducible = 0.001;

    // Valgrind is some fifty times slower than the processor.
    private const double MeasuredNanoseconds = 10_000_000;
    private const double LongestIteration = 200_000_000;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(1);

    /// <summary>Null when valgrind is not installed.</summary>
    public static InstructionCounter? Find() => Executables.Find("valgrind") is { } program ? new InstructionCounter(program) : null;

    /// <summary>Null when the counts of a program are not the same each time, or cannot be had.</summary>
    public async Task<InstructionCount?> CountAsync(
        BenchmarkProgram before,
        BenchmarkProgram after,
        string name,
        double nanoseconds,
        CancellationToken cancellationToken)
    {
        if (nanoseconds > LongestIteration)
            return null;
        var iterations = (int)Math.Ceiling(MeasuredNanoseconds / nanoseconds);
        return await TwiceAsync(before, name, iterations, cancellationToken) is { } one && await TwiceAsync(after, name, iterations, cancellationToken) is { } other
            ? new InstructionCount(one, other)
            : null;
    }

    private async Task<double?> TwiceAsync(BenchmarkProgram program, string name, int iterations, CancellationToken cancellationToken) =>
        await OnceAsync(program, name, iterations, cancellationToken) is { } first
        && await OnceAsync(program, name, iterations, cancellationToken) is { } second
        && Math.Abs((first / second) - 1) < Reproducible
            ? first
            : null;

    // What the program does before and after the iterations is in both runs.
    private async Task<double?> OnceAsync(BenchmarkProgram program, string name, int iterations, CancellationToken cancellationToken) =>
        await RunAsync(program, name, iterations, cancellationToken) is { } few
        && await RunAsync(program, name, 3 * iterations, cancellationToken) is { } many
        && many > few
            ? (many - few) / (2.0 * iterations)
            : null;

    private async Task<long?> RunAsync(BenchmarkProgram program, string name, int iterations, CancellationToken cancellationToken)
    {
        var output = await new ToolCommand(valgrind)
            .WithArguments("--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", program.Binary.Executable, "--bench", name)
            .WithWorkingDirectory(program.Binary.Package.Folder)
            .WithEnvironment(program.Binary.Environment)
            .WithEnvironment(BenchmarkProgram.TimeVariable, null)
            .WithEnvironment(BenchmarkProgram.IterationsVariable, iterations.ToString(CultureInfo.InvariantCulture))
            .WithTimeLimit(TimeLimit)
            .ReadAsync(cancellationToken);
        return output.Result.Succeeded && DidExactly(output.Output, name, iterations) ? Parse(output.Error) : null;
    }

    // A program that has not done what it was told, or has done more, tells nothing.
    private static bool DidExactly(string output, string name, int iterations) =>
        output.Split('\n').Select(BenchmarkLine.Parse).OfType<BenchmarkSample>().ToList() is [var sample]
        && sample.Name == name
        && sample.Iterations.Equals(iterations);

    internal static long? Parse(string summary) =>
        Instructions().Match(summary) is { Success: true } match
        && long.TryParse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;

    [GeneratedRegex(@"^==\d+== I +refs: +([\d,]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Instructions();
}

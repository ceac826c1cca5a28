using Slipway.Cargo;

namespace Slipway.Benchmarks;

/// <summary>A benchmark program of the head, with the base's of the same name; either may be missing.</summary>
internal sealed record ProgramPair(string Name, BenchmarkProgram? Before, BenchmarkProgram? After)
{
    private const int BufferSize = 64 * 1024;

    public string? SourcePath => After?.Binary.Target.SourcePath;

    public static IReadOnlyList<ProgramPair> Of(IReadOnlyList<BenchmarkProgram> before, IReadOnlyList<BenchmarkProgram> after)
    {
        var keys = before.Concat(after).Select(KeyOf).Distinct().Order().ToList();
        var ambiguous = keys.GroupBy(key => key.Target, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. keys.Select(key => new ProgramPair(
                ambiguous.Contains(key.Target) ? $"{key.Package}/{key.Target}" : key.Target,
                before.FirstOrDefault(program => KeyOf(program) == key),
                after.FirstOrDefault(program => KeyOf(program) == key))),
        ];
    }

    /// <summary>Whether both are the same, byte for byte: then what the clock says is noise.</summary>
    public async Task<bool> IsSameAsync(CancellationToken cancellationToken)
    {
        if (Before is null || After is null)
            return false;
        await using var one = File.OpenRead(Before.Binary.Executable);
        await using var other = File.OpenRead(After.Binary.Executable);
        if (one.Length != other.Length)
            return false;
        var (left, right) = (new byte[BufferSize], new byte[BufferSize]);
        while (await one.ReadAtLeastAsync(left, BufferSize, throwOnEndOfStream: false, cancellationToken) is var count and > 0)
        {
            await other.ReadExactlyAsync(right.AsMemory(0, count), cancellationToken);
            if (!left.AsSpan(0, count).SequenceEqual(right.AsSpan(0, count)))
                return false;
        }

        return true;
    }

    // A library and a benchmark may have one name.
    private static (string Package, string Target, CargoTargetKind Kind) KeyOf(BenchmarkProgram program) =>
        (program.Binary.Package.Name, program.Binary.Target.Name, program.Binary.Target.Kind);
}

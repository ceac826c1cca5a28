using System.Collections.Immutable;
using Slipway.Workflows.Local.Expressions;

namespace Slipway.Workflows.Local.Running;

/// <summary>What a job has handed on, kept for when a job that needs it is run alone.</summary>
internal static class JobOutputs
{
    public static async Task WriteAsync(string file, IReadOnlyCollection<KeyValuePair<string, string>> outputs) =>
        await AtomicFile.WriteTextAsync(file, ExpressionJson.Write(ExpressionValue.Of(outputs)) + "\n", CancellationToken.None);

    public static async Task<ImmutableArray<KeyValuePair<string, string>>> ReadAsync(string file, CancellationToken token) =>
        File.Exists(file) && ExpressionJson.Read(await File.ReadAllTextAsync(file, token)) is ExpressionValue.Map map
            ? [.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.AsText))]
            : [];
}

using System.Collections.Concurrent;
using Slipway.Processes;

namespace Slipway.Cargo;

/// <summary>
/// What the tools of a toolchain say of themselves. Each is asked once in a run, as many parts of it want to know; what
/// failed is asked again.
/// </summary>
public static class ToolAnswers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly ConcurrentDictionary<string, Lazy<Task<ToolOutput>>> Known = new(StringComparer.Ordinal);

    /// <param name="folder">Where a <c>rust-toolchain.toml</c> may choose a toolchain.</param>
    public static async Task<ToolOutput> AskAsync(string program, IReadOnlyList<string> arguments, string folder, CancellationToken cancellationToken = default)
    {
        var key = string.Join('\0', [ToolStamp.Of(program), Path.GetFullPath(folder), .. arguments]);
        while (true)
        {
            var asked = Known.GetOrAdd(key, _ => new Lazy<Task<ToolOutput>>(() => new ToolCommand(program)
                .WithArguments(arguments)
                .WithWorkingDirectory(folder)
                .WithTimeLimit(Patience)
                .ReadAsync(cancellationToken)));
            var isGood = false;
            try
            {
                var output = await asked.Value.WaitAsync(cancellationToken);
                isGood = output.Result.Succeeded;
                return output;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // Whoever asked first has given up.
            }
            finally
            {
                if (!isGood)
                    Known.TryRemove(KeyValuePair.Create(key, asked));
            }
        }
    }

    /// <summary>After something was installed, which may answer in another's place.</summary>
    public static void Forget() => Known.Clear();
}

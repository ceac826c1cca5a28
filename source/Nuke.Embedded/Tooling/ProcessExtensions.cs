using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Nuke.Common.Tooling;

/// <summary>Waits for processes and reads what they have written.</summary>
public static class ProcessExtensions
{
    /// <summary>Waits for the process; fails when it runs out of time.</summary>
    public static IProcess AssertWaitForExit([NotNull] this IProcess? process)
    {
        Assert.NotNull(process, "There is no process to wait for");
        if (!process.WaitForExit())
        {
            var limit = (process as RunningProcess)?.Timeout is { } timeout
                ? string.Create(CultureInfo.InvariantCulture, $" {timeout.TotalSeconds:0.###} s")
                : " its time";
            throw new ProcessException(process, $"Process '{Path.GetFileName(process.FileName)}' was ended after{limit}.");
        }

        if (process is RunningProcess { IsInterrupted: true })
            throw new OperationCanceledException($"'{Path.GetFileName(process.FileName)}' was interrupted.");
        return process;
    }

    /// <summary>Waits for the process; fails unless it ends with exit code 0.</summary>
    public static IProcess AssertZeroExitCode([NotNull] this IProcess? process)
    {
        process.AssertWaitForExit();
        return process.ExitCode == 0 ? process : throw new ProcessException(process);
    }

    /// <summary>Fails when anything was written to the error stream.</summary>
    public static IReadOnlyCollection<Output> EnsureOnlyStd(this IReadOnlyCollection<Output> output)
    {
        var errors = output.Where(x => x.Type == OutputType.Err).Select(x => x.Text).ToList();
        Assert.True(errors.Count == 0, "Expected nothing on the error stream, but there is:\n" + string.Join('\n', errors));
        return output;
    }

    /// <summary>The lines of the standard output as one text.</summary>
    public static string StdToText(this IEnumerable<Output> output)
        => string.Join('\n', output.Where(x => x.Type == OutputType.Std).Select(x => x.Text));

    /// <summary>The standard output read as JSON.</summary>
    public static T StdToJson<T>(this IEnumerable<Output> output) => JsonConvert.DeserializeObject<T>(output.StdToText())!;

    /// <summary>The standard output read as a JSON object.</summary>
    public static JObject StdToJson(this IEnumerable<Output> output) => JObject.Parse(output.StdToText());
}

using System.Globalization;

namespace Nuke.Common.Tooling;

/// <summary>A process did not end with exit code 0.</summary>
public class ProcessException : Exception
{
    private const int TailLength = 20;

    public ProcessException(IProcess process)
        : this(process, string.Create(CultureInfo.InvariantCulture, $"Process '{Path.GetFileName(process.FileName)}' exited with code {process.ExitCode}."))
    {
    }

    internal ProcessException(IProcess process, string reason)
        : base(Describe(process, reason)) => ExitCode = process.ExitCode;

    public int ExitCode { get; }

    private static string Describe(IProcess process, string reason)
    {
        var output = process.Output;
        var errors = output.Where(x => x.Type == OutputType.Err && !string.IsNullOrWhiteSpace(x.Text)).ToList();
        var tail = (errors.Count > 0 ? errors : output).TakeLast(TailLength).Select(x => $"   {x.Text}");
        return string.Join('\n',
        [
            reason,
            $"   > {ArgumentText.QuoteIfNeeded(process.FileName)} {process.Arguments}".TrimEnd(),
            $"   @ {process.WorkingDirectory}",
            .. tail,
        ]);
    }
}

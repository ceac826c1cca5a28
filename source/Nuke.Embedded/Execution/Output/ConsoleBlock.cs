namespace Nuke.Common.Execution;

/// <summary>The heading of a block on hosts that cannot fold output.</summary>
internal static class ConsoleBlock
{
    private const int Width = 72;

    public static IDisposable Open(string text)
    {
        var console = BuildConsole.Current;
        console.WriteLine();
        console.WriteLine(console.Paint($"── {text} {new string('─', Math.Max(3, Width - text.Length - 4))}", "1;36"));
        return Nothing.Instance;
    }

    internal sealed class Nothing : IDisposable
    {
        public static Nothing Instance { get; } = new();

        public void Dispose()
        {
        }
    }
}

using System.Runtime.InteropServices;

namespace Nuke.Common.Execution;

/// <summary>Writes to the standard output without anything in between.</summary>
internal static class UnixOutput
{
    private const int StandardOutput = 1;
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;

    /// <exception cref="IOException">The system refuses, for instance because the disk is full.</exception>
    public static void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var written = Write(StandardOutput, in MemoryMarshal.GetReference(buffer), buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    break;
                case BrokenPipe:
                    // Whoever read has seen enough, as `head` does.
                    return;
                case var error when error == TryAgain:
                    // Somebody has made the terminal non-blocking.
                    Thread.Sleep(1);
                    break;
                case var error:
                    throw new IOException(Marshal.GetPInvokeErrorMessage(error));
            }
        }
    }

    private static int TryAgain => OperatingSystem.IsMacOS() ? 35 : 11;

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Write(int file, in byte buffer, nint count);
}

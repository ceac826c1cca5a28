namespace Nuke.Common.Execution;

/// <summary>The standard output; when its disk is full, the build goes on and says so at its end.</summary>
/// <param name="windows">The framework's stream where there is no other way.</param>
internal sealed class OutputStream(Stream? windows) : Stream
{
    // On Unix, the framework's own stream takes the lock of Console.Out when it writes, which a target's
    // Console.WriteLine holds when it comes here: with two targets a deadlock.
    public static OutputStream Open() => new(OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : null);

    public IOException? Failure { get; private set; }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Failure != null)
            return;
        try
        {
            if (windows != null)
                windows.Write(buffer);
            else
                UnixOutput.Write(buffer);
        }
        catch (IOException exception)
        {
            Failure = exception;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
}

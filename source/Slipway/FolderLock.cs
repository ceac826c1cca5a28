namespace Slipway;

/// <summary>Keeps others out of a folder, in this process and in others; the system frees it when a process dies.</summary>
internal sealed class FolderLock : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly FileStream _stream;

    private FolderLock(FileStream stream) => _stream = stream;

    public static Task<FolderLock> TakeAsync(string folder, CancellationToken cancellationToken) =>
        TakeAsync(folder, Patience, cancellationToken);

    public static async Task<FolderLock> TakeAsync(string folder, TimeSpan longest, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, ".lock");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(longest);
        while (true)
        {
            try
            {
                return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                // Also when the patience ended while the file was tried once more.
                await WaitAsync(path, patience.Token, cancellationToken);
            }
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static async Task WaitAsync(string path, CancellationToken patience, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Pause, patience);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SlipwayException(ErrorKind.Environment, $"{path} is held by another process.", "End the other run, and try again.");
        }
    }
}

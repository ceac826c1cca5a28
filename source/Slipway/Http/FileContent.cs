using System.Net;
using System.Net.Http.Headers;

namespace Slipway.Http;

/// <summary>A file as the body of a request: opened anew each time that it is sent, and never held in memory.</summary>
internal sealed class FileContent : HttpContent
{
    private const int BufferSize = 131_072;

    private readonly string _path;
    private readonly long _size;

    /// <param name="size">What the file has to have: its length is told before it is read.</param>
    public FileContent(string path, long size, string mediaType)
    {
        (_path, _size) = (path, size);
        Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        Headers.ContentLength = size;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await file.CopyToAsync(stream, BufferSize, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _size;
        return true;
    }
}

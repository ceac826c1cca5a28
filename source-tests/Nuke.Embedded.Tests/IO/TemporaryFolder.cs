using Nuke.Common.IO;

namespace Nuke.Embedded.Tests.IO;

/// <summary>An empty directory that is gone after the test.</summary>
public abstract class TemporaryFolder : IDisposable
{
    protected AbsolutePath Root { get; } = Directory.CreateTempSubdirectory("slipway-").FullName;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Root.DeleteDirectory();
}

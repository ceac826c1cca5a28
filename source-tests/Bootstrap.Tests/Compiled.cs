using System.Runtime.Versioning;
using Bootstrap.Tests;

[assembly: AssemblyFixture(typeof(Compiled))]

// build.sh is what is tested here; Windows starts build.ps1.
[assembly: UnsupportedOSPlatform("windows")]

namespace Bootstrap.Tests;

/// <summary>One compiled repository, which tests copy instead of compiling their own.</summary>
public sealed class Compiled : IAsyncLifetime
{
    public Repository Original { get; } = new Repository();

    public Started First { get; private set; } = null!;

    public async ValueTask InitializeAsync() => First = await Original.WithFiles().StartAsync();

    public Task<Repository> CopyAsync() => Original.CopyAsync();

    public ValueTask DisposeAsync()
    {
        Original.Dispose();
        return ValueTask.CompletedTask;
    }
}

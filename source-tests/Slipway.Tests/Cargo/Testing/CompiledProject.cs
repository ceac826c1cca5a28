using Slipway.Cargo;
using Slipway.Cargo.Testing;

namespace Slipway.Tests.Cargo.Testing;

/// <summary>A crate whose tests are compiled once for all tests of the classes that share it.</summary>
public abstract class CompiledProject : IAsyncLifetime
{
    private RustProject _project = null!;

    internal CargoWorkspace Workspace { get; private set; } = null!;

    internal TestBuild Build { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _project = Create();
        Workspace = await CargoWorkspace.LoadAsync(_project.Folder);
        Build = await TestBuild.CompileAsync(CargoCommand.Test.WithWorkspace(Workspace));
        Build.Run.EnsureSuccess();
    }

    public ValueTask DisposeAsync()
    {
        _project.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal async Task<TestSuiteResult> RunAsync(TestSuite suite, TestRunOptions? options = null)
    {
        var token = TestContext.Current.CancellationToken;
        var plan = await TestPlan.DiscoverAsync(Build, suite, token);
        return await plan.RunAsync(options, null, token);
    }

    private protected abstract RustProject Create();

    private protected string PathOf(string path) => _project / path;
}

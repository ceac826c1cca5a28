using Slipway.Cargo;
using Slipway.Cargo.Testing;

namespace Slipway.Components;

/// <summary>The compilation of all tests, made when somebody asks for it, once.</summary>
internal sealed class TestCompilation(CargoCommand command)
{
    private readonly Lock _lock = new();
    private TestBuild? _build;
    private bool _isComplete;

    public TestBuild Make(CancellationToken token)
    {
        lock (_lock)
            return _build ??= TestBuild.CompileAsync(command, PipelineLog.Write, token).GetAwaiter().GetResult();
    }

    /// <summary>The same with the programs that ship, when they are given, in place of those of the tests' profile.</summary>
    public TestBuild Complete(CargoRun? release, CancellationToken token)
    {
        var build = Make(token);
        lock (_lock)
        {
            if (!_isComplete && build.Run.Succeeded && release is { Succeeded: true })
                build.UseProgramsOfAsync(release, token).GetAwaiter().GetResult();
            _isComplete = true;
        }

        return build;
    }
}

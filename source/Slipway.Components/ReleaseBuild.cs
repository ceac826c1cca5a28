using Slipway.Cargo;

namespace Slipway.Components;

/// <summary>A release build that is made when somebody asks for it, once.</summary>
internal sealed class ReleaseBuild(CargoCommand command, bool isRunnable, Action<CargoEvent> sink)
{
    private readonly Lock _lock = new();
    private CargoRun? _run;

    public CargoCommand Command => command;

    public bool IsRunnable => isRunnable;

    /// <summary>How cargo ended. Who asks while another builds waits for that; what was given up is built again.</summary>
    public CargoRun Run => Make(Interruption.Token);

    public CargoRun Make(CancellationToken token)
    {
        lock (_lock)
            return _run ??= command.ExecuteAsync(sink, token).GetAwaiter().GetResult();
    }
}

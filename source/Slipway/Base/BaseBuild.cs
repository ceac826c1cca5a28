using Slipway.Cargo;

namespace Slipway.Base;

/// <summary>A build of a base's checkout, as its successor is built.</summary>
internal static class BaseBuild
{
    /// <summary>Runs the build there, or says why it cannot be.</summary>
    /// <param name="build">The build of the successor.</param>
    /// <param name="targetFolder">Where the base's build output stands.</param>
    /// <param name="execute">Runs the command that is adapted to the checkout.</param>
    /// <param name="runOf">What cargo said of it.</param>
    public static async Task<Found<T>> RunAsync<T>(
        BaseCheckout checkout,
        BaseCommit commit,
        CargoCommand build,
        string targetFolder,
        Func<CargoCommand, Task<T>> execute,
        Func<T, CargoRun> runOf,
        CancellationToken cancellationToken)
        where T : class
    {
        if (!File.Exists(Path.Combine(checkout.Workspace, "Cargo.toml")))
            return Found<T>.Nothing($"the base {commit} has no such workspace");
        T built;
        try
        {
            var workspace = await CargoWorkspace.LoadAsync(checkout.Workspace, cancellationToken);
            built = await execute(build
                .WithWorkspace(workspace with { TargetFolder = targetFolder })
                .WithLocked(build.Locked && File.Exists(Path.Combine(workspace.RootFolder, "Cargo.lock")))
                .WithTargetFolder(targetFolder));
            runOf(built).EnsureStarted();
        }
        catch (SlipwayException exception)
        {
            return DoesNotBuild<T>(commit, exception.Message + OutsideOf(exception.Message));
        }

        return runOf(built).Succeeded ? Found<T>.Of(built) : DoesNotBuild<T>(commit, FirstError(runOf(built), checkout.Workspace));
    }

    // Cargo looks in the folders above the checkout, too, where the successor's workspace is.
    private static string OutsideOf(string message) => message.Contains("believes it's in a workspace", StringComparison.Ordinal)
        ? "; keep what the pipeline leaves out of that workspace: exclude = [\".nuke\"] below [workspace]"
        : "";

    private static Found<T> DoesNotBuild<T>(BaseCommit commit, string error)
        where T : class => Found<T>.Nothing($"the base {commit} does not build: {error}");

    private static string FirstError(CargoRun run, string workspace)
    {
        if (run.Errors.FirstOrDefault() is not { } error)
            return run.Result.Tail is [.., var last] ? last : "cargo failed";
        return error.File is null
            ? error.Message
            : $"{new SourceLocation(Path.GetRelativePath(workspace, error.File).Replace('\\', '/'), error.Line, error.Column)}: {error.Message}";
    }
}

using Slipway.Processes;
using Slipway.Workflows.Local.Expressions;
using Slipway.Workflows.Local.Reading;

namespace Slipway.Workflows.Local.Running;

/// <summary>A step with commands.</summary>
internal sealed class ScriptStep(
    LegState leg,
    StepDefinition step,
    ExpressionScope scope,
    IReadOnlyList<KeyValuePair<string, string>> environment,
    RunLog log)
{
    public async Task<StepEnd> RunAsync(CancellationToken token)
    {
        var text = step.Run!.Format(scope);
        var shell = Shell.Find(step.Settings.Shell?.Format(scope), leg.Session.Options.Machine);
        using var files = new CommandFiles(leg);
        var variables = leg.EnvironmentOf(environment).SetItems(files.Variables).SetItem(leg.Tracker.Marker, "1");
        var folder = Path.GetFullPath(step.Settings.WorkingDirectory?.Format(scope) ?? "", leg.Workspace);
        if (!Directory.Exists(folder))
            return StepEnd.Failure($"its folder {Path.GetRelativePath(leg.Workspace, folder)} does not exist");
        if (await RustupStep.IsSatisfiedAsync(text, variables, folder, log, token))
            return StepEnd.Success;

        var program = shell.Programs.Select(name => Executables.FindIn(variables.GetValueOrDefault("PATH", "").Split(Path.PathSeparator), name)).FirstOrDefault(path => path != null);
        if (program is null)
            return StepEnd.Failure($"its shell {shell.Programs[0]} is not on this machine");
        var script = files.Write(shell.Script(text), shell.Extension);
        var filter = new OutputFilter(leg.Session.Log.Mask);
        var command = DeskEnvironment.Apply(
            new ToolCommand(program).WithArguments(shell.ArgumentsFor(script)).WithWorkingDirectory(folder),
            variables);
        try
        {
            var result = await command.ExecuteAsync(line => log.Output(filter.Pass(line.Text)), token);
            return files.Collect(filter.Outputs) is var outputs && result.Succeeded
                ? new StepEnd(RunResult.Success, Outputs: outputs)
                : new StepEnd(RunResult.Failure, FormattableString.Invariant($"ended with exit code {result.ExitCode}"), outputs);
        }
        finally
        {
            files.KeepSummary();
        }
    }
}

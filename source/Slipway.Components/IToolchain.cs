using Nuke.Common;
using Serilog;
using Slipway.Cargo;
using Slipway.Gates;
using Slipway.Processes;
using Slipway.Proofs;

namespace Slipway.Components;

/// <summary>Brings <c>Toolchain</c>: what the pipeline needs is there, and is what the workspace asks for.</summary>
public interface IToolchain : IHazGates
{
    /// <summary>Whether missing tools are installed.</summary>
    [Parameter("Installs missing tools by the platform's own means")]
    bool Provision => TryGetValue<bool?>(() => Provision) ?? false;

    /// <summary>The tools that the pipeline needs.</summary>
    IReadOnlyList<ToolNeed> ToolNeeds => ToolNeed.Default;

    Target Toolchain => _ => _
        .Description("Finds the tools that the pipeline needs, and reads the workspace")
        .Executes(() => this.GuardAsync(nameof(Toolchain), GateStage.Checks, async token => await (await HasAllAsync()
            ? this.ProveAsync(GetToolchainInputs(), () => InspectAsync(token), token)
            : InspectAsync(token))));

    // What is missing or cannot read the workspace is to be told by the inspection. Whether there is a standard library
    // for another triple only rustc tells.
    private async Task<bool> HasAllAsync() =>
        RustTarget.Length == 0 && ToolNeeds.All(x => ToolchainFacts.Locate(x) != null) && await this.CanProveAsync();

    private ProofInputs GetToolchainInputs() => new ProofInputs(nameof(Toolchain))
        .WithFiles(FileScope.Format)
        .With(ToolNeeds.SelectMany(x => new[] { x.Name, x.IsRequired ? "required" : "optional", ToolStamp.Of(ToolchainFacts.Locate(x)) }));

    private async Task InspectAsync(CancellationToken token)
    {
        // Cargo comes first: without it the workspace cannot be read, which would hide what is missing.
        var facts = await ToolchainFacts.InspectAsync(InspectedFolder, ToolNeeds, cancellationToken: token);
        if (facts.Missing.Any(x => x.Need.IsRequired) && Provision)
            facts = await InstallAsync(facts, token);
        foreach (var tool in facts.Tools.Where(x => x.IsFound))
            Log.Information("{Tool:l} {Version:l} ({Path:l})", tool.Need.Name, tool.Version, tool.Path);
        if (facts.Missing.Any(x => x.Need.IsRequired))
        {
            ExitCode = (int)(facts.Missing.Any(x => x.IsMisconfigured) ? ErrorKind.Configuration : ErrorKind.Environment);
        }
        else
        {
            facts = facts with { RequiredRustVersion = CargoWorkspace.RustVersion };
            await RequireTargetsAsync(token);
        }

        if (facts.IsTooOld)
            ExitCode = (int)ErrorKind.Environment;
        Judge(ToolchainGate.Judge(facts));
    }

    private string InspectedFolder => Directory.Exists(Workspace) ? Workspace : RootDirectory;

    // Before the first check, and not after minutes of them.
    private async Task RequireTargetsAsync(CancellationToken token)
    {
        var missing = await RustTargets.MissingAsync(RustTarget, InspectedFolder, token);
        var command = new ToolCommand("rustup").WithArguments(["target", "add", .. missing]);
        if (missing.Count > 0 && Provision)
        {
            await Provisioning.RunAsync([command], InspectedFolder, token);
            missing = await RustTargets.MissingAsync(RustTarget, InspectedFolder, token);
        }

        if (missing.Count > 0)
        {
            throw new SlipwayException(
                ErrorKind.Environment,
                $"The standard library for {string.Join(" and ", missing)} is not installed.",
                $"Run `{command}`, or let --provision do it.");
        }
    }

    private async Task<ToolchainFacts> InstallAsync(ToolchainFacts facts, CancellationToken token)
    {
        await Provisioning.RunAsync(Cargo.Provision.CommandsFor(facts, Environment.UserName == "root"), InspectedFolder, token);
        ToolAnswers.Forget();
        return await ToolchainFacts.InspectAsync(InspectedFolder, ToolNeeds, cancellationToken: token);
    }
}

using System.Collections.Immutable;
using Slipway.Cargo;
using Slipway.Gates;

namespace Slipway.Proofs;

/// <summary>What a gate says that it depends on; toolchain, system and Slipway itself always count.</summary>
public sealed record ProofInputs(string Gate)
{
    public FileScope Files { get; private init; } = FileScope.Everything;

    public VariableScope Variables { get; private init; } = VariableScope.Tools;

    /// <summary>Arguments, thresholds and whatever else decides.</summary>
    public ImmutableArray<string> Settings { get; private init; } = [];

    /// <summary>A folder of which every file counts that git knows or would, also what is no workspace.</summary>
    public string? Folder { get; private init; }

    public ProofInputs WithFolder(string folder) => this with { Folder = Path.GetFullPath(folder) };

    /// <summary>The severest findings that follow from the inputs, and would be the same in a later run.</summary>
    public FindingSeverity Severest { get; private init; } = FindingSeverity.Note;

    public ProofInputs WithSeverest(FindingSeverity severity) => this with { Severest = severity };

    public ProofInputs WithFiles(FileScope scope) => this with { Files = scope };

    public ProofInputs WithVariables(VariableScope scope) => this with { Variables = scope };

    public ProofInputs With(params IEnumerable<string> settings) => this with { Settings = [.. Settings, .. settings] };

    /// <summary>With what a command is told; how its output looks does not count.</summary>
    public ProofInputs With(CargoCommand command) => With(
    [
        .. command.WithColor(false).ToArguments(),
        "in " + command.Folder,
        .. command.Environment.Select(pair => pair.Value is null ? $"without {pair.Key}" : $"{pair.Key}={pair.Value}"),
    ]);
}

using Slipway.Cargo.Testing;
using Slipway.Gates;

namespace Slipway.Proofs;

/// <summary>What a gate said of inputs that are named by a key.</summary>
/// <param name="Suite">The tests that it judged, when it judged tests.</param>
/// <param name="Products">What its run made and others use; without it the proof says nothing.</param>
/// <param name="Traces">What its run read beyond the inputs of the key; it must be the same.</param>
/// <param name="Variables">The environment variables that the code itself asks for, with what they were.</param>
/// <param name="Reports">What its run wrote for readers, to be written again.</param>
public sealed record Proof(
    DateTimeOffset At,
    GateResult Gate,
    TestSuiteResult? Suite,
    IReadOnlyList<FileState> Products,
    IReadOnlyList<FileState> Traces,
    IReadOnlyList<string> Variables,
    IReadOnlyList<ProvedReport> Reports)
{
    /// <summary>Whether a result may stand for those of later runs: it is good, and nothing is to be done about it.</summary>
    /// <param name="most">The severest findings that follow from the inputs alone.</param>
    public static bool IsClean(GateResult gate, TestSuiteResult? suite, FindingSeverity most) =>
        gate.Verdict != GateVerdict.Fail
        && (suite is null
            ? gate.Findings.All(finding => finding.Severity <= most)
            : gate.Findings.Count == 0 && suite.Succeeded && suite.Groups.All(group => !group.LeftProcesses));

    /// <summary>Whether everything that it depends on beyond its key is as it was.</summary>
    public bool Holds() =>
        Products.All(IsUnchanged)
        && Traces.All(IsUnchanged)
        && Variables.All(variable => variable == DepInfo.Describe(variable.Split('=')[0]));

    private static bool IsUnchanged(FileState file) => FileState.Read(file.Path) == file;
}

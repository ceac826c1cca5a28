namespace Slipway.Cargo;

/// <summary>One message of rustc, clippy or rustdoc.</summary>
/// <param name="Code">The lint or error code, such as <c>unused_variables</c>, <c>clippy::needless_return</c> or <c>E0308</c>.</param>
/// <param name="File">Full path of the file; null when the message is about no place.</param>
/// <param name="Help">What the compiler proposes.</param>
/// <param name="Rendered">The message as cargo shows it on a terminal.</param>
/// <param name="Package">Name of the package that was compiled.</param>
/// <param name="IsMember">Whether that package is a member of the workspace.</param>
public sealed record CargoDiagnostic(
    DiagnosticLevel Level,
    string? Code,
    string Message,
    string? File,
    int? Line,
    int? Column,
    int? EndLine,
    int? EndColumn,
    string? Help,
    string Rendered,
    string Package,
    string Target,
    bool IsMember)
{
    /// <summary>What makes two messages the same: a library is compiled twice, for itself and for its tests.</summary>
    internal (DiagnosticLevel, string?, string, string?, int?, int?) Identity => (Level, Code, Message, File, Line, Column);
}

namespace Nuke.Common.Tooling;

/// <summary>What is to be started, and what happens to its output.</summary>
/// <param name="Arguments">The arguments as one text.</param>
/// <param name="ArgumentList">The arguments one by one; <c>null</c> leaves it to the program to take the text apart.</param>
/// <param name="Environment">The whole environment; <c>null</c> is that of this process.</param>
/// <param name="Logger">Gets every line while the process runs.</param>
/// <param name="Filter">Changes every line before anyone sees it.</param>
internal sealed record ProcessRequest(
    string FileName,
    string Arguments,
    IReadOnlyList<string>? ArgumentList,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string>? Environment,
    TimeSpan? Timeout,
    Action<OutputType, string>? Logger,
    Func<string, string> Filter);

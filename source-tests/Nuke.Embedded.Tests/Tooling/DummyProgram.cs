using Nuke.Common.Tooling;

namespace Nuke.Embedded.Tests.Tooling;

/// <summary>The program of the Dummy project, which is built next to the tests.</summary>
internal static class DummyProgram
{
    private static readonly string Output = System.IO.Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    public static string Path { get; } = System.IO.Path.Combine(
        Output,
        "..",
        "..",
        "Dummy",
        System.IO.Path.GetFileName(Output),
        OperatingSystem.IsWindows() ? "Dummy.exe" : "Dummy");

    public static Tool Tool { get; } = ToolResolver.GetTool(Path);

    public static IProcess Start(string arguments, int? timeout = null) => ProcessTasks.StartProcess(Path, arguments, timeout: timeout);

    public static RunningProcess Start(string arguments, ProcessSupervisor supervisor, Action<OutputType, string>? logger = null)
        => RunningProcess.Start(
            new ProcessRequest(Path, arguments, ArgumentText.Split(arguments), AppContext.BaseDirectory, null, null, logger, x => x),
            supervisor);
}

namespace Nuke.Common.Execution;

/// <summary>A person's terminal, or a pipe.</summary>
public class Terminal : Host
{
    public static bool IsRunningTerminal => true;
}

public class Rider : Terminal
{
    public static bool IsRunningRider => Environment.GetEnvironmentVariable("IDEA_INITIAL_DIRECTORY") != null;
}

public class VSCode : Terminal
{
    public static bool IsRunningVSCode => Environment.GetEnvironmentVariable("TERM_PROGRAM") == "vscode";
}

public class VisualStudio : Terminal
{
    public static bool IsRunningVisualStudio => Environment.GetEnvironmentVariable("VisualStudioVersion") != null;
}

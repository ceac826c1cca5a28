using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Removes the variables that Visual Studio's command prompts set, which change what tools do.</summary>
public class UnsetVisualStudioEnvironmentVariablesAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    private static readonly string[] Prefixes = ["VisualStudio", "VSINSTALLDIR", "VCINSTALLDIR", "VSCMD_", "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH"];

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        foreach (var name in EnvironmentInfo.Variables.Keys.Where(x => Prefixes.Any(y => x.StartsWith(y, StringComparison.OrdinalIgnoreCase))).ToList())
            EnvironmentInfo.RemoveVariable(name);
    }
}

/// <summary>Warns of entries of PATH that lead nowhere.</summary>
public class CheckPathEnvironmentVariableAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        foreach (var path in EnvironmentInfo.Paths.Where(x => !Directory.Exists(x)))
            Log.Warning("PATH names {Folder:l}, which does not exist", path);
    }
}

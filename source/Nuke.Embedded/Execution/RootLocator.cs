using Nuke.Common.IO;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Finds the folder that holds <c>.nuke</c>.</summary>
internal static class RootLocator
{
    // The bootstrap names the repository it belongs to, so that it works from any folder.
    private const string Variable = "NUKE_ROOT";

    public static AbsolutePath Find()
    {
        var workingDirectory = AbsolutePath.Create(Environment.CurrentDirectory);
        if (Given(workingDirectory) is { } given)
            return given;

        var program = AbsolutePath.Create(AppContext.BaseDirectory);
        return Ancestor(workingDirectory) ?? Ancestor(program) ?? throw new BuildUsageException(
            $"There is no .nuke folder in {workingDirectory} or above it. Start the build inside its repository, or name the folder: --root DIR.");
    }

    public static AbsolutePath? FindBuildProject(AbsolutePath? assemblyDirectory)
    {
        if (assemblyDirectory == null)
            return null;
        // Output may stand outside the project's folder, so the name counts first.
        var byName = NukeBuild.RootDirectory / "build" / (NukeBuild.BuildAssemblyFile.NameWithoutExtension + ".csproj");
        if (File.Exists(byName))
            return byName;
        for (var directory = assemblyDirectory; directory != null; directory = directory.Parent)
        {
            var projects = Directory.GetFiles(directory, "*.csproj");
            if (projects.Length == 1)
                return AbsolutePath.Create(projects[0]);
            if (projects.Length > 1)
                throw new BuildUsageException($"{directory} holds several project files; the build's project cannot be told.");
        }

        return null;
    }

    private static AbsolutePath? Given(AbsolutePath workingDirectory)
    {
        var arguments = Environment.GetCommandLineArgs();
        var index = Array.FindIndex(arguments, 1, x => ParameterNames.Normalize(x.Split('=')[0]) == "root" && CommandLine.IsOption(x));
        if (index >= 0)
        {
            var value = arguments[index].Split('=', 2) is [_, var assigned] ? assigned
                : index + 1 < arguments.Length && !CommandLine.IsOption(arguments[index + 1]) ? arguments[index + 1]
                : ".";
            return Existing(Path.GetFullPath(value, workingDirectory), $"--root {value}");
        }

        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } variable)
            return null;
        // Builds that this one starts have roots of their own.
        Environment.SetEnvironmentVariable(Variable, null);
        return Existing(Path.GetFullPath(variable, workingDirectory), Variable);
    }

    private static AbsolutePath Existing(string directory, string source) => Directory.Exists(directory)
        ? AbsolutePath.Create(directory)
        : throw new BuildUsageException($"{source}: there is no such folder.");

    // A `.nuke` in the home directory belongs to the global tool.
    private static AbsolutePath? Ancestor(AbsolutePath start)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        for (var directory = start; directory != null; directory = directory.Parent)
        {
            if (Directory.Exists(directory / ".nuke") && directory != home)
                return directory;
        }

        return null;
    }
}

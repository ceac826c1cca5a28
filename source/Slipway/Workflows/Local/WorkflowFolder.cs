using Slipway.Workflows.Local.Reading;

namespace Slipway.Workflows.Local;

/// <summary>The workflow files of a repository.</summary>
public static class WorkflowFolder
{
    /// <summary>The names under which they can be run, sorted.</summary>
    public static IReadOnlyList<string> Names(string repository) => [.. List(repository).Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>Finds a workflow by the name of its file.</summary>
    /// <exception cref="SlipwayException">There is none, or its file is wrong.</exception>
    public static async Task<WorkflowFile> LoadAsync(string repository, string name, CancellationToken cancellationToken = default)
    {
        var files = List(repository);
        var file = files.FirstOrDefault(file => Path.GetFileName(file) == name)
            ?? files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name)
            ?? throw new SlipwayException(
                ErrorKind.Configuration,
                $"There is no workflow {name}.",
                files.Count == 0
                    ? "There is no file in .github/workflows."
                    : $"There are {string.Join(", ", Names(repository))}.");
        return WorkflowFile.Parse(await File.ReadAllTextAsync(file, cancellationToken), Path.GetRelativePath(repository, file).Replace('\\', '/'));
    }

    private static List<string> List(string repository)
    {
        var folder = Path.Combine(repository, ".github", "workflows");
        return !Directory.Exists(folder)
            ? []
            : [.. Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".yml" or ".yaml").Order(StringComparer.Ordinal)];
    }
}

using System.Globalization;
using Nuke.Common.CI;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>
/// Keeps the schema and the configurations with <c>AutoGenerate</c> up to date on a desk. What they are made of is
/// only looked at again when the build program or one of the files has changed.
/// </summary>
internal static class GeneratedFiles
{
    public static void Update(NukeBuild build, ParameterService parameters)
    {
        var generators = ConfigurationGeneration.Generators(build).Where(x => x.AutoGenerate).ToList();
        var files = generators.SelectMany(x => x.GeneratedFiles).Prepend(SchemaFile.Location).ToList();
        var stampFile = NukeBuild.TemporaryDirectory / "generated.stamp";
        if (File.Exists(stampFile) && File.ReadAllText(stampFile) == Stamp(build, files))
            return;

        try
        {
            SchemaFile.Write(build, parameters);
            foreach (var generator in generators)
                Update(generator, build);
            WriteIfChanged(stampFile, System.Text.Encoding.UTF8.GetBytes(Stamp(build, files)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.Warning("The generated files were not brought up to date: {Reason:l}", exception.Message);
        }
    }

    /// <summary>Replaces the file as a whole, and only when its content is another.</summary>
    public static bool WriteIfChanged(AbsolutePath file, byte[] content)
    {
        if (File.Exists(file) && File.ReadAllBytes(file).AsSpan().SequenceEqual(content))
            return false;

        Directory.CreateDirectory(file.Parent);
        var temporary = file.Parent / $".{file.Name}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, file, overwrite: true);
        return true;
    }

    private static void Update(IConfigurationGenerator generator, NukeBuild build)
    {
        var before = generator.GeneratedFiles.ToDictionary(x => x, Read);
        generator.Generate(build.Targets);
        foreach (var file in generator.GeneratedFiles.Where(x => Read(x) != before[x]))
            Log.Warning("{File} was out of date and has been written anew; commit it", NukeBuild.RootDirectory.GetUnixRelativePathTo(file).ToString());
    }

    private static string? Read(AbsolutePath file) => File.Exists(file) ? File.ReadAllText(file) : null;

    private static string Stamp(NukeBuild build, IEnumerable<AbsolutePath> files)
    {
        var types = build.GetType().GetInterfaces().Append(build.GetType()).Append(typeof(NukeBuild));
        var lines = types.Select(x => x.Module).Distinct().Select(Version)
            .Concat(files.Select(x => string.Create(CultureInfo.InvariantCulture, $"{x.Name} {File.GetLastWriteTimeUtc(x).Ticks}")))
            .ToList();
        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    private static string Version(System.Reflection.Module module)
    {
        var id = module.ModuleVersionId.ToByteArray();
        return string.Create(CultureInfo.InvariantCulture, $"{BitConverter.ToInt64(id, 0)} {BitConverter.ToInt64(id, 8)}");
    }
}

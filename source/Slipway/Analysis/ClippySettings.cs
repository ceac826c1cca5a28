using Slipway.Cargo;

namespace Slipway.Analysis;

/// <summary>What clippy says of its own settings comes as an error in the code, with every setting that there is.</summary>
public static class ClippySettings
{
    /// <summary>Returns the run, or throws when clippy could not read its settings.</summary>
    public static CargoRun EnsureConfigured(this CargoRun run) => run.EnsureConfigured(error => new SourceLocation(error.File!, error.Line, error.Column));

    internal static CargoRun EnsureConfigured(this CargoRun run, Func<CargoDiagnostic, SourceLocation?> locate)
    {
        var error = run.Errors.FirstOrDefault(error => Path.GetFileName(error.File) is "clippy.toml" or ".clippy.toml");
        return error is null ? run : throw new SlipwayException(
            ErrorKind.Configuration,
            $"{error.Message.Split('\n')[0].Replace(", expected one of", "", StringComparison.Ordinal)}.",
            "Mend the file: https://doc.rust-lang.org/clippy/lint_configuration.html names all settings.",
            locate(error));
    }
}

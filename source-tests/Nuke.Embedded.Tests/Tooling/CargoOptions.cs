using System.Globalization;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Embedded.Tests.Tooling;

/// <summary>Options as wrappers of tools are generated for NUKE.</summary>
[Command(Type = typeof(CargoTasks), Command = nameof(CargoTasks.CargoBuild), Arguments = "build")]
public class CargoOptions : ToolOptions
{
    [Argument(Format = "{value}", Position = -1)] public string Last => Get<string>(() => Last);

    [Argument(Format = "--profile {value}")] public string Profile => Get<string>(() => Profile);

    [Argument(Format = "{value}", Position = 1)] public string Package => Get<string>(() => Package);

    [Argument(Format = "--locked")] public bool? Locked => Get<bool?>(() => Locked);

    [Argument(Format = "--quiet={value}")] public bool? Quiet => Get<bool?>(() => Quiet);

    [Argument(Format = "--jobs {value}", AlternativeFormat = "--jobs")] public int? Jobs => Get<int?>(() => Jobs);

    [Argument(Format = "--features {value}", Separator = ",")] public IReadOnlyList<string> Features => Get<List<string>>(() => Features);

    [Argument(Format = "--target {value}")] public IReadOnlyList<string> Targets => Get<List<string>>(() => Targets);

    [Argument(Format = "--config {key}={value}")] public IReadOnlyDictionary<string, object> Config => Get<Dictionary<string, object>>(() => Config);

    [Argument(Format = "--set {key}={value}", Separator = ";")] public IReadOnlyDictionary<string, string> Joined => Get<Dictionary<string, string>>(() => Joined);

    [Argument(Format = "--trait {key}={value}")] public ILookup<string, string> Traits => Get<LookupTable<string, string>>(() => Traits);

    [Argument(Format = "--token {value}", Secret = true)] public string Token => Get<string>(() => Token);

    [Argument(Format = "--since {value}", FormatterMethod = nameof(FormatDate))] public DateTime? Since => Get<DateTime?>(() => Since);

    private static string FormatDate(DateTime value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public static class CargoOptionsExtensions
{
    public static T SetProfile<T>(this T o, string v)
        where T : CargoOptions
        => o.Modify(b => b.Set(() => o.Profile, v));

    public static T ResetProfile<T>(this T o)
        where T : CargoOptions
        => o.Modify(b => b.Remove(() => o.Profile));

    public static T AddTargets<T>(this T o, params string[] v)
        where T : CargoOptions
        => o.Modify(b => b.AddCollection(() => o.Targets, v));
}

/// <summary>A wrapper whose tool is the dummy program.</summary>
public class CargoTasks : ToolTasks
{
    public static IReadOnlyCollection<Output> Cargo(ArgumentStringHandler arguments) => new CargoTasks().Run(arguments);

    public static IReadOnlyCollection<Output> CargoBuild(CargoOptions? options = null) => new CargoTasks().Run<CargoOptions>(options);

    public static IReadOnlyCollection<Output> CargoBuild(Configure<CargoOptions> configurator) => CargoBuild(configurator.Invoke(new CargoOptions()));

    public static IEnumerable<(CargoOptions Options, IReadOnlyCollection<Output> Output)> CargoBuild(
        CombinatorialConfigure<CargoOptions> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false)
        => configurator.Invoke(CargoBuild, degreeOfParallelism, completeOnFailure);

    public static (int Result, IReadOnlyCollection<Output> Output) CargoCount(CargoOptions? options = null)
        => new CargoTasks().Run<CargoOptions, int>(options);

    protected override string GetToolPath(ToolOptions options) => DummyProgram.Path;

    protected override object? GetResult<T>(ToolOptions options, IReadOnlyCollection<Output> output) => output.Count;
}

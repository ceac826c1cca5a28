using System.Collections.Immutable;
using Slipway.Processes;

namespace Slipway.Cargo;

/// <summary>A cargo command as a value: every <c>With…</c> gives a changed copy, and nothing runs before it is executed.</summary>
public sealed partial record CargoCommand
{
    private const string TestProfile = "release-tests";

    private static readonly string[] TestProfileSettings =
    [
        "inherits=\"release\"", "opt-level=0", "lto=\"off\"", "codegen-units=16", "incremental=true", "strip=\"none\"",
        "panic=\"unwind\"",
    ];

    private readonly string? _workspaceFlag;

    private CargoCommand(string verb, string? workspaceFlag = null)
    {
        Verb = verb;
        _workspaceFlag = workspaceFlag;
    }

    public static CargoCommand Build { get; } = new("build", "--workspace");

    public static CargoCommand Check { get; } = new("check", "--workspace");

    public static CargoCommand Clippy { get; } = new("clippy", "--workspace");

    public static CargoCommand Test { get; } = new("test", "--workspace");

    public static CargoCommand Bench { get; } = new("bench", "--workspace");

    public static CargoCommand Doc { get; } = new("doc", "--workspace");

    public static CargoCommand Format { get; } = new("fmt", "--all");

    public string Verb { get; private init; }

    /// <summary>What runs in cargo's place, with cargo's arguments.</summary>
    public string? Program { get; private init; }

    /// <summary>The workspace it works on: all members, unless packages are named.</summary>
    public CargoWorkspace? Workspace { get; private init; }

    public string Folder { get; private init; } = Directory.GetCurrentDirectory();

    public ImmutableArray<string> Packages { get; private init; } = [];

    public string? Triple { get; private init; }

    public string? Profile { get; private init; }

    public ImmutableArray<string> Features { get; private init; } = [];

    public bool AllFeatures { get; private init; }

    public bool DefaultFeatures { get; private init; } = true;

    public bool Locked { get; private init; }

    public bool Offline { get; private init; }

    public bool Color { get; private init; }

    public string? TargetFolder { get; private init; }

    /// <summary>Further arguments of cargo.</summary>
    public ImmutableArray<string> Arguments { get; private init; } = [];

    /// <summary>What stands after <c>--</c>, for the program that cargo starts.</summary>
    public ImmutableArray<string> ToolArguments { get; private init; } = [];

    public ImmutableSortedDictionary<string, string?> Environment { get; private init; } =
        ImmutableSortedDictionary<string, string?>.Empty.WithComparers(StringComparer.Ordinal);

    public TimeSpan? TimeLimit { get; private init; }

    /// <inheritdoc cref="ToolCommand.IsYielding"/>
    public bool IsYielding { get; private init; }

    /// <summary>Any other verb; its output is passed on as text.</summary>
    public static CargoCommand Of(string verb) => new(verb);

    /// <summary>Another verb that takes the same arguments, such as <c>zigbuild</c> for <c>build</c>.</summary>
    public CargoCommand WithVerb(string verb) => this with { Verb = verb };

    public CargoCommand WithProgram(string program) => this with { Program = program };

    public CargoCommand WithWorkspace(CargoWorkspace workspace) =>
        this with { Workspace = workspace, Folder = workspace.RootFolder };

    public CargoCommand WithFolder(string folder) => this with { Folder = Path.GetFullPath(folder) };

    public CargoCommand WithPackages(params IEnumerable<string> names) => this with { Packages = [.. names] };

    public CargoCommand WithTriple(string? triple) => this with { Triple = triple };

    public CargoCommand WithProfile(string? profile) => this with { Profile = profile };

    public CargoCommand WithRelease() => WithProfile("release");

    /// <summary>
    /// What the release profile says, in a profile of its own without optimisation, through which every test program
    /// would go again, and with the names of functions in backtraces. Tests unwind whatever the profile says of panics; the
    /// programs that they start do so too, as every library would be compiled once more for them otherwise.
    /// </summary>
    public CargoCommand WithReleaseForTests() => WithProfile(TestProfile).AddArguments(
        TestProfileSettings.SelectMany(setting => new[] { "--config", $"profile.{TestProfile}.{setting}" }));

    public CargoCommand WithFeatures(params IEnumerable<string> features) => this with { Features = [.. features] };

    public CargoCommand WithAllFeatures(bool all = true) => this with { AllFeatures = all };

    public CargoCommand WithDefaultFeatures(bool defaults) => this with { DefaultFeatures = defaults };

    public CargoCommand WithLocked(bool locked = true) => this with { Locked = locked };

    public CargoCommand WithOffline(bool offline = true) => this with { Offline = offline };

    /// <summary>Whether messages are rendered with colours, for a terminal.</summary>
    public CargoCommand WithColor(bool color = true) => this with { Color = color };

    public CargoCommand WithTargetFolder(string? folder) => this with { TargetFolder = folder };

    public CargoCommand WithArguments(params IEnumerable<string> arguments) => this with { Arguments = [.. arguments] };

    public CargoCommand AddArguments(params IEnumerable<string> arguments) =>
        this with { Arguments = Arguments.AddRange(arguments) };

    public CargoCommand WithToolArguments(params IEnumerable<string> arguments) =>
        this with { ToolArguments = [.. arguments] };

    public CargoCommand WithEnvironment(string name, string? value) =>
        this with { Environment = Environment.SetItem(name, value) };

    public CargoCommand WithTimeLimit(TimeSpan? limit) => this with { TimeLimit = limit };

    public CargoCommand WithYielding(bool yields = true) => this with { IsYielding = yields };
}

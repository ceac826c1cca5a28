using Nuke.Common.CI;

namespace Nuke.Common.ValueInjection;

/// <summary>The options that every build has.</summary>
internal static class BuiltInParameters
{
    public const string Target = "Target";
    public const string Skip = "Skip";
    public const string Help = "Help";
    public const string Plan = "Plan";
    public const string Json = "Json";
    public const string Host = "Host";
    public const string Verbosity = "Verbosity";
    public const string Continue = "Continue";
    public const string Parallel = "Parallel";
    public const string Strict = "Strict";
    public const string Root = "Root";
    public const string Profile = "Profile";
    public const string NoLogo = "NoLogo";
    public const string Partition = "Partition";
    public const string GenerateConfiguration = "GenerateConfiguration";
    public const string ShellCompletion = "ShellCompletion";

    public static IReadOnlyList<BuildParameter> All { get; } =
    [
        new(Continue, typeof(bool), "Goes on where the last run with the same targets failed."),
        new(GenerateConfiguration, typeof(string), "Writes one CI configuration and ends; used with --host.", IsListed: false),
        new(Help, typeof(bool), "Shows this help."),
        new(Host, typeof(string), "Acts as on this host; by default found out."),
        new(Json, typeof(bool), "With --plan: as JSON."),
        new(NoLogo, typeof(bool), "Leaves the first line out."),
        new(Parallel, typeof(int), "How many targets may run at once; default: the processors."),
        new(Partition, typeof(Partition), "The part of a split target to run, as 1/3.", IsListed: false),
        new(Plan, typeof(bool), "Shows what would run, in which order and why, and ends."),
        new(Profile, typeof(string[]), "Reads .nuke/parameters.<profile>.json too; the last named wins."),
        new(Root, typeof(string), "The folder with .nuke; without a value the working directory."),
        new(ShellCompletion, typeof(bool), "Writes .nuke/build.schema.json and ends.", IsListed: false),
        new(Skip, typeof(string[]), "Skips these targets; without names all that were not asked for."),
        new(Strict, typeof(bool), "Refuses a plan whose order is not fully determined.", IsListed: false),
        new(Target, typeof(string[]), "The targets to run; the same as naming them without an option."),
        new(Verbosity, typeof(Verbosity), "How much of the log is shown."),
    ];

    public static BuildParameter Get(string name) => All.First(x => x.Name == name);
}

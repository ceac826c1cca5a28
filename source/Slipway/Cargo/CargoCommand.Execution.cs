using Slipway.Processes;

namespace Slipway.Cargo;

public sealed partial record CargoCommand
{
    private bool IsBuild => _workspaceFlag == "--workspace";

    /// <summary>Runs it. A failure is in the result: ask it, or call <see cref="CargoRun.EnsureSuccess"/>.</summary>
    public async Task<CargoRun> ExecuteAsync(Action<CargoEvent>? sink = null, CancellationToken cancellationToken = default)
    {
        var reader = new CargoMessageReader(Workspace, Workspace?.RootFolder ?? Folder, sink);
        var result = await ToToolCommand().ExecuteAsync(reader.Read, cancellationToken);
        return reader.Finish(result);
    }

    /// <summary>The process that it stands for.</summary>
    public ToolCommand ToToolCommand() => new ToolCommand(Program is null ? CargoExecutable.Find() : Executables.Find(Program, CargoExecutable.HomeFolders()) ?? Program)
        .WithArguments(ToArguments())
        .WithWorkingDirectory(Folder)
        .WithEnvironment(Environment)
        .WithTimeLimit(TimeLimit)
        .WithYielding(IsYielding);

    public override string ToString() => string.Join(' ', [Program ?? "cargo", .. ToArguments()]);

    internal IEnumerable<string> ToArguments()
    {
        var arguments = new List<string> { Verb };
        if (IsBuild)
            arguments.Add(Color ? "--message-format=json-diagnostic-rendered-ansi" : "--message-format=json");
        arguments.AddRange(Packages.SelectMany(name => new[] { "--package", name }));
        if (Workspace is not null && Packages.IsEmpty && _workspaceFlag is not null)
            arguments.Add(_workspaceFlag);
        if (IsBuild)
            arguments.AddRange(BuildArguments());
        arguments.AddRange(Arguments);
        if (!ToolArguments.IsEmpty)
            arguments.AddRange(["--", .. ToolArguments]);
        return arguments;
    }

    private IEnumerable<string> BuildArguments() =>
    [
        .. Option("--target", Triple),
        .. Option("--profile", Profile),
        .. Features.IsEmpty ? [] : Option("--features", string.Join(',', Features)),
        .. Flag("--all-features", AllFeatures),
        .. Flag("--no-default-features", !DefaultFeatures),
        .. Flag("--locked", Locked),
        .. Flag("--offline", Offline),
        .. Option("--target-dir", TargetFolder),
        "--color", Color ? "always" : "never",
    ];

    private static IEnumerable<string> Option(string name, string? value) => value is null ? [] : [name, value];

    private static IEnumerable<string> Flag(string name, bool isSet) => isSet ? [name] : [];
}

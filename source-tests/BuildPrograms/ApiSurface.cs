using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using Nuke.Common.ValueInjection;
using Nuke.Components;
using Serilog;
using Serilog.Events;
using static Nuke.Common.Assert;
using static Nuke.Common.ControlFlow;
using static Nuke.Common.EnvironmentInfo;
using static Nuke.Common.IO.PathConstruction;
using static Nuke.Common.Tooling.ProcessTasks;

namespace BuildPrograms;

// Uses what the API of section 1 promises: a signature that is missing does not compile.
[CheckPathEnvironmentVariable]
[UnsetVisualStudioEnvironmentVariables]
[ArgumentsFromGitCommitMessage]
[HandleSingleFileExecution]
[ShutdownDotNetAfterServerBuild(EnableLogging = true)]
[DisableDefaultOutput(DefaultOutput.Timestamps)]
[GlobbingOptions(GlobbingCaseSensitivity.CaseSensitive)]
class ApiSurface : NukeBuild, ISurfaceComponent
{
    public static int Start() => Execute<ApiSurface>(x => x.Members, x => x.Other);

    [Parameter("Text", Name = "txt", List = false)] readonly string Text = "x";
    [Parameter(ValueProviderMember = nameof(Words), Separator = "+")] readonly string[] Picked = [];
    [Parameter(ValueProviderType = typeof(Provider), ValueProviderMember = nameof(Provider.Values))] string Given { get; set; } = "a";
    [Parameter] static int? Count;
    [OnDemand, Parameter] readonly string Late = "";
    [Optional, PathVariable("git")] readonly Tool Git;
    [LocalPath("build.sh")] readonly Tool Script;
    [LocalPath("build.cmd", "build.sh")] readonly Tool Script2;
    [CI] readonly GitHubActions Actions;
    [Partition(2)] readonly Partition Part;
    [FileGlobbing("*.cs")] readonly IReadOnlyCollection<AbsolutePath> Files;
    [DirectoryGlobbing("*")] readonly IReadOnlyCollection<AbsolutePath> Directories;
    IEnumerable<string> Words => ["a", "b"];

    protected override void OnBuildCreated() => NoLogo = true;
    protected override void OnBuildInitialized() => base.OnBuildInitialized();
    protected override void OnBuildFinished() => base.OnBuildFinished();
    protected override void OnTargetRunning(string target) { }
    protected override void OnTargetSkipped(string target) { }
    protected override void OnTargetSucceeded(string target) { }
    protected override void OnTargetFailed(string target) { }

    Target Members => _ => _
        .Description("all members")
        .Executes(() =>
        {
            AbsolutePath a = RootDirectory, b = TemporaryDirectory, c = BuildAssemblyFile, d = BuildAssemblyDirectory;
            AbsolutePath e = BuildProjectFile, f = BuildProjectDirectory;
            Verbosity = Verbosity.Normal;
            Host host = Host;
            string[] profiles = LoadedLocalProfiles;
            bool[] flags = [IsLocalBuild, IsServerBuild, Plan, Help, NoLogo, Continue, IsSucceeding, IsFailing, IsFinished];
            IReadOnlyCollection<ExecutableTarget>[] all = [ExecutionPlan, InvokedTargets, SkippedTargets, ScheduledTargets, RunningTargets, AbortedTargets, FailedTargets, SucceededTargets, FinishedTargets];
            Partition p = Partition;
            ExitCode = null;
            int? code = ExitCode;
            ReportSummary(_ => _.AddPair("A", "1").AddPairWhenValueNotNull("B", (string)null));
            ReportSummary();
            True(RunningTargets.Contains(Members));
            INukeBuild build = this;
            Log.Information("{A} {B} {C} {D} {E} {F} {G} {H}", build.RootDirectory, build.Host, build.IsLocalBuild, build.Verbosity, build.ExecutionPlan.Count, build.Partition, build.ExitCode, build.IsFinished);
            build.ReportSummary(_ => _);
            Log.Information("{Profiles} {Count} {Picked}", profiles, Count, Picked);
            object dummy; var x = EnvironmentInfo.GetVariable("PATH").NotNullOrEmpty();
            dummy = HasVariable("PATH"); dummy = GetVariable<int>("NOPE"); SetVariable("QA_X", "1"); SetVariable("QA_X", 2); RemoveVariable("QA_X");
            dummy = ExpandVariables("$HOME"); dummy = CommandLineArguments; dummy = HasArgument("x"); dummy = GetNamedArgument<string>("x"); dummy = GetPositionalArgument<string>(0, null); dummy = GetAllPositionalArguments<string>();
            using (TemporaryDirectory.SwitchWorkingDirectory()) Log.Information("{Dir}", WorkingDirectory);
            dummy = (NewLine, MachineName, IsWin, IsUnix, IsLinux, IsOsx, IsWsl, IsArm64, Is64Bit, Is32Bit, Platform, Framework, SpecialFolder(SpecialFolders.UserProfile), Variables, Paths);
        });

    Target Other => _ => _
        .DependsOn(Members).DependsOn<ISurfaceComponent>().DependsOn<ISurfaceComponent>(x => x.Component).TryDependsOn<INowhere>()
        .DependentFor(Last).TryDependentFor<INowhere>(x => x.Never)
        .Before(Last).TryBefore<INowhere>().After(Members).After<ISurfaceComponent>().TryAfter<INowhere>()
        .Triggers(Last).TryTriggers<INowhere>().TriggeredBy(Members).TryTriggeredBy<INowhere>()
        .OnlyWhenStatic(() => true).OnlyWhenDynamic(() => true).OnlyWhenDynamic(() => IsLocalBuild)
        .WhenSkipped(DependencyBehavior.Execute)
        .Requires(() => Text).Requires(() => Text, () => Late).Requires(() => Picked).Requires(() => Text != null, () => true)
        .Requires(() => Git)
        .Produces(RootDirectory / "*.x", "y").Consumes(Members).Consumes(Members, "z").Consumes<ISurfaceComponent>(x => x.Component).Consumes<ISurfaceComponent>(x => x.Component, "a")
        .AssuredAfterFailure().ProceedAfterFailure().Unlisted()
        .Partition(2)
        .Executes(() => 5)
        .Executes(async () => { await Task.Yield(); Log.Information("async"); })
        .Executes(() => { }, () => Log.Information("two"));

    Target Last => _ => _.Inherit(Helper).Executes(() => Log.Information("last"));
    Target Helper => _ => _.Executes(() => Log.Information("helper"));

    void Targets(ExecutableTarget t)
    {
        object[] all = [t.Member, t.Name, t.Description, t.Listed, t.Factory, t.DynamicConditions[0].Text, t.StaticConditions[0].Delegate, t.DependencyBehavior, t.AssuredAfterFailure, t.ProceedAfterFailure,
            t.DelegateRequirements, t.ToolRequirements, t.Actions, t.ExecutionDependencies, t.OrderDependencies, t.TriggerDependencies, t.Triggers, t.AllDependencies, t.ArtifactDependencies, t.ArtifactProducts,
            t.PartitionSize, t.Duration, t.IsDefault, t.Status, t.Invoked, t.SummaryInformation, t.Skipped, t.OnlyWhen];
        _ = t.Status switch { ExecutionStatus.None => 0, ExecutionStatus.Scheduled => 1, ExecutionStatus.NotRun => 2, ExecutionStatus.Skipped => 3, ExecutionStatus.Succeeded => 4, ExecutionStatus.Failed => 5, ExecutionStatus.Running => 6, ExecutionStatus.Aborted => 7, ExecutionStatus.Collective => 8, _ => 9 };
        Logging.Level = LogLevel.Normal; Logging.LevelSwitch.MinimumLevel = LogEventLevel.Debug; Logging.Configure(); using (Logging.SetTarget("x")) { }
        var conf = new LoggerConfiguration().ConfigureConsole(this).ConfigureInMemory(this).ConfigureFiles(this).ConfigureLevel();
    }

    void Checks()
    {
        new object().NotNull(); ((int?)5).NotNull(); ((string)"").NotNull(); "a".NotNullOrWhiteSpace();
        NotEmpty(new[] { 1 }); Empty(Array.Empty<int>()); Count(new[] { 1 }, 1); HasSingleItem(new[] { 1 }); FileExists("x"); DirectoryExists("y"); False(false, "m");
        SuppressErrors(() => { }, includeStackTrace: true, logWarning: false); int x = SuppressErrors(() => 5, defaultValue: 3);
        ExecuteWithRetry(() => { }, cleanup: () => { }, retryAttempts: 2, delay: TimeSpan.FromSeconds(1), logAction: s => Log.Warning(s));
        Fail("x", new Exception());
    }

    void Processes()
    {
        IProcess p = StartProcess("git", "--version", workingDirectory: RootDirectory, environmentVariables: Variables, timeout: 5, logOutput: true, logInvocation: false, logger: DefaultLogger, outputFilter: s => s);
        p.AssertWaitForExit().AssertZeroExitCode(); p.WaitForExit(); p.Kill(); _ = (p.FileName, p.Arguments, p.WorkingDirectory, p.Output, p.ExitCode, p.HasExited, p.Id); p.Dispose();
        StartShell("ls").AssertZeroExitCode();
        _ = p.Output.EnsureOnlyStd().StdToText(); _ = p.Output.StdToJson<int>(); _ = p.Output.StdToJson();
        DefaultLogOutput = true; DefaultLogInvocation = true; LogWorkingDirectory = true; DefaultWorkingDirectory = RootDirectory; CheckPathEnvironmentVariable();
        string secret = "s";
        Git($"a {secret:r} {RootDirectory} {RootDirectory:d} {RootDirectory:nq} {Files}", workingDirectory: RootDirectory, logger: (type, text) => Log.Debug(text), exitHandler: p => p.AssertZeroExitCode());
        Tool t = ToolResolver.GetTool("x"); t = ToolResolver.GetPathTool("git"); Tool t2 = ToolResolver.TryGetEnvironmentTool("X"); t = ToolResolver.GetEnvironmentOrPathTool("git");
        _ = ToolPathResolver.GetPathExecutable("git"); _ = ToolPathResolver.TryGetEnvironmentExecutable("X_EXE");
        throw new ProcessException(p);
    }
}

class Provider { public static IEnumerable<string> Values => ["v1", "v2"]; }

interface INowhere : INukeBuild { Target Never => _ => _; }

[ParameterPrefix("Surface")]
interface ISurfaceComponent : INukeBuild, IHazArtifacts, IHazReports, IHazConfiguration
{
    [Parameter, Secret] string Key => TryGetValue(() => Key);
    [Parameter] int Size => TryGetValue<int?>(() => Size) ?? 7;
    [Parameter] bool Fast => TryGetValue<bool?>(() => Fast) ?? false;
    Configure<MyOptions> OptionsSettings => _ => _;
    sealed Configure<MyOptions> OptionsSettingsBase => _ => _;

    Target Component => _ => _
        .Executes(() =>
        {
            var o = new MyOptions().Apply(OptionsSettingsBase).Apply(OptionsSettings)
                .When(_ => IsLocalBuild, _ => _.SetProcessWorkingDirectory(RootDirectory))
                .WhenNotNull(this as IHazArtifacts, (_, x) => _.AddProcessAdditionalArguments("x"));
            ReportSummary(_ => _.AddPair("Size", Size.ToString()).When(Fast, _ => _.AddPair("Fast", Fast.ToString())));
            Log.Information("{Dir} {Conf} {Reports}", ArtifactsDirectory, Configuration, ReportDirectory);
        });
}

[Command(Type = typeof(MyTasks), Command = nameof(MyTasks.My), Arguments = "my")]
class MyOptions : ToolOptions
{
    [Argument(Format = "--profile {value}")] public string Profile => Get<string>(() => Profile);
}

[PathTool(Executable = "echo"), LogErrorAsStandard, DefaultLogLevel(LogEventLevel.Debug), LogLevelPattern(LogEventLevel.Warning, "^warn")]
class MyTasks : ToolTasks, IRequirePathTool
{
    public static IReadOnlyCollection<Output> My(Configure<MyOptions> configurator) => new MyTasks().Run<MyOptions>(configurator.Invoke(new MyOptions()));
    public static IReadOnlyCollection<Output> My(ArgumentStringHandler arguments, string workingDirectory = null) => new MyTasks().Run(arguments, workingDirectory);
    public static IEnumerable<(MyOptions Settings, IReadOnlyCollection<Output> Output)> My(CombinatorialConfigure<MyOptions> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(MyRun, degreeOfParallelism, completeOnFailure);
    static IReadOnlyCollection<Output> MyRun(MyOptions o) => new MyTasks().Run<MyOptions>(o);
}

class MyExtensionAttribute : BuildExtensionAttributeBase, IOnBuildCreated, IOnBuildInitialized, IOnTargetRunning, IOnTargetSkipped, IOnTargetSucceeded, IOnTargetFailed, IOnTargetSummaryUpdated, IOnBuildFinished
{
    public override float Priority { get; set; } = 5;
    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => Log.Verbose("{B}", Build.RootDirectory);
    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan) { }
    public void OnTargetRunning(ExecutableTarget target) { }
    public void OnTargetSkipped(ExecutableTarget target) { }
    public void OnTargetSucceeded(ExecutableTarget target) { }
    public void OnTargetFailed(ExecutableTarget target) { }
    public void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target) { }
    public void OnBuildFinished() { }
}

class MyParameterAttribute(string description = null) : ParameterAttribute(description)
{
    public override string Description => "mine";
    public override bool List { get; set; } = true;
    public override object GetValue(System.Reflection.MemberInfo member, object instance) => base.GetValue(member, instance) ?? "derived";
    public override IEnumerable<(string, object)> GetValueSet(System.Reflection.MemberInfo member, object instance) => [("one", 1)];
}

class MyValueAttribute : ValueInjectionAttributeBase
{
    public override int Priority => 10;
    public override bool SuppressWarnings => true;
    public override object GetValue(System.Reflection.MemberInfo member, object instance) => GetMemberValue<string>("Text", instance) + GetMemberValueOrNull<string>(null, instance) + Build.Host;
}

public sealed class MyServer : Host, IBuildServer
{
    internal static bool IsRunningMyServer => GetVariable("MY_SERVER") != null;
    string IBuildServer.Branch => "main";
    string IBuildServer.Commit => "abc";
    protected override IDisposable WriteBlock(string text) => DelegateDisposable.CreateBracket(() => Console.WriteLine($"<<{text}"), () => Console.WriteLine($"{text}>>"));
    protected override void ReportWarning(string text, string details = null) => Console.WriteLine("W:" + text);
    protected override void ReportError(string text, string details = null) => Console.WriteLine("E:" + text);
    protected override bool FilterMessage(string message) => message.StartsWith("##");
}

class LocalOnlyOutputAttribute : DisableDefaultOutputAttribute
{
    public LocalOnlyOutputAttribute() : base(DefaultOutput.Logo, DefaultOutput.TargetOutcome) { }
    public override bool IsApplicable(INukeBuild build) => build.IsLocalBuild;
}

class MyCiAttribute : ConfigurationAttributeBase
{
    public override Type HostType => typeof(MyServer);
    public override string IdPostfix => "x";
    public override AbsolutePath ConfigurationFile => NukeBuild.RootDirectory / "my.yml";
    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];
    public override IEnumerable<string> RelevantTargetNames => ["Members"];
    public override IEnumerable<string> IrrelevantTargetNames => [];
    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "#");
    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets) => new MyEntity { Names = relevantTargets.Select(x => x.Name).ToArray() };
}

class MyEntity : ConfigurationEntity
{
    public string[] Names = [];
    public override void Write(CustomFileWriter writer) { writer.WriteComment("hi"); using (writer.Indent()) Names.ForEach(x => writer.WriteLine(x)); }
}

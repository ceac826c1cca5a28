using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>One run, from the command line to the exit code.</summary>
internal static class BuildManager
{
    public static int Execute<T>(Expression<Func<T, Target>>[] defaults)
        where T : NukeBuild, new()
    {
        var exitCode = Guard(() => Start(defaults, Environment.GetCommandLineArgs()[1..]));
        if (exitCode != 0 || BuildConsole.Current.Failure is not { } failure)
            return exitCode;
        Refuse($"The output could not be written: {failure.Message}");
        return 1;
    }

    private static int Guard(Func<int> start)
    {
        try
        {
            return start();
        }
        catch (Exception exception) when (Find<BuildUsageException>(exception) is { } usage)
        {
            if (usage.InnerException != null)
                Log.Verbose(usage, "The build cannot run");
            return Refuse(usage.Message);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            EnsureLog();
            Log.Verbose(exception, "The build ended unexpectedly");
            Refuse($"{LogText.Describe(exception)} ({LogText.Innermost(exception).GetType().Name}; the stack is shown with --verbosity verbose)");
            return 1;
        }
        finally
        {
            Console.Out.Flush();
            Console.Error.Flush();
            Log.CloseAndFlush();
            BuildConsole.Current.Flush();
        }
    }

    private static int Start<T>(Expression<Func<T, Target>>[] defaults, string[] arguments)
        where T : NukeBuild, new()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            environment.TryAdd((string)variable.Key, (string?)variable.Value ?? "");
        var completes = arguments is [Completion.Command, ..];
        var parameters = ParameterService.Current = new ParameterService(
            typeof(T), completes ? [] : arguments, environment, AbsolutePath.Create(Environment.CurrentDirectory), () => NukeBuild.RootDirectory);

        if (typeof(T).GetCustomAttribute<ArgumentsFromGitCommitMessageAttribute>(inherit: true) is { } fromCommit
            && Host.Instance is IBuildServer { Commit: { } commit })
            parameters.Override(fromCommit.GetArguments(commit));

        // Validation comes first: nothing may run on a command line that was not understood.
        if (!completes && parameters.Validate() is { Count: > 0 } problems)
            return Refuse([.. problems]);

        BuildConsole.Install(Host.Instance);
        if (parameters.GetBuiltIn(BuiltInParameters.Verbosity) is Verbosity verbosity)
            NukeBuild.Verbosity = verbosity;
        AnnounceSecrets(parameters);

        var build = new T();
        Logging.Configure(build);
        build.Targets = ExecutableTargetFactory.Create(build, defaults);
        if (completes)
            return Completion.Write(build, parameters, arguments.Length > 1 ? arguments[1] : "");

        using var interruption = new Interruption();
        using var strays = new StrayFailures();
        return Run(build, parameters, arguments, interruption);
    }

    private static int Run(NukeBuild build, ParameterService parameters, string[] arguments, Interruption interruption)
    {
        ValueInjector.InjectParameters(build);
        if (parameters.IsGiven(BuiltInParameters.ShellCompletion))
            return SchemaFile.Write(build, parameters);
        if (parameters.GetBuiltIn<string>(BuiltInParameters.GenerateConfiguration) is { } configuration)
            return ConfigurationGeneration.Generate(build, configuration);
        BuildExtensionInvoker.Created(build);
        if (NukeBuild.IsLocalBuild)
            GeneratedFiles.Update(build, parameters);

        var asked = AskedFor(build, parameters);
        var plan = ExecutionPlanner.Create(build.Targets, asked, parameters.IsGiven(BuiltInParameters.Strict));
        if (build.Help || (plan.Targets.Count == 0 && !build.Plan))
            return HelpText.Write(build, parameters);

        build.ExecutionPlan = [.. plan.Targets.Select(x => x.Target)];
        foreach (var target in build.ExecutionPlan)
            target.Status = ExecutionStatus.Scheduled;
        ValueInjector.InjectOthers(build);
        var skipped = parameters.IsGiven(BuiltInParameters.Skip)
            ? Resolve(build, parameters.GetBuiltIn<string[]>(BuiltInParameters.Skip) ?? [], "--skip ")
            : null;
        TargetSkipper.Apply([.. build.ExecutionPlan], skipped);
        if (build.Plan)
            return PlanText.Write(build, plan, parameters);

        if (!build.NoLogo && build.IsOutputEnabled(DefaultOutput.Logo))
            Host.Instance.WriteLogo();
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        var problems = RequirementChecker.Check(build, build.ScheduledTargets);
        if (problems.Count > 0)
            return Refuse([.. problems]);
        BuildExtensionInvoker.Initialized(build);

        var parallel = parameters.GetBuiltIn(BuiltInParameters.Parallel) is int given ? given : Environment.ProcessorCount;
        if (parallel < 1)
            return Refuse($"--parallel {parallel}: at least 1 target must be able to run.");
        var attempts = AttemptLog.Open(NukeBuild.TemporaryDirectory, Invocation(build, arguments), build.Continue);
        if (attempts.HasRestarted)
            Log.Warning("--continue: the last run was another one, so this one starts from the beginning");
        new BuildExecutor(build, plan, parallel, attempts, clock, interruption).Run();
        build.IsFinished = true;
        var isFailing = build.IsFailing | !HasFinished(build) | StrayFailures.Any;
        Summary.Write(build, new RunOutcome(clock.GetElapsedTime(started), interruption.IsRequested, isFailing));
        return interruption.IsRequested ? Interruption.ExitCode : build.ExitCode ?? (isFailing ? 1 : 0);
    }

    // The summary is shown whatever the hooks do.
    private static bool HasFinished(NukeBuild build)
    {
        try
        {
            BuildExtensionInvoker.Finished(build);
            return true;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Log.Error(exception, "The hook at the end of the build failed: {Reason:l}", LogText.Describe(exception));
            return false;
        }
    }

    private static List<ExecutableTarget> AskedFor(NukeBuild build, ParameterService parameters)
    {
        var names = parameters.CommandLine.Positional.Concat(parameters.GetBuiltIn<string[]>(BuiltInParameters.Target) ?? []).ToList();
        if (names.Count == 0)
        {
            var defaults = build.Targets.Where(x => x.IsDefault).ToList();
            defaults.ForEach(x => x.IsDefaultOfRun = true);
            return defaults;
        }

        var targets = Resolve(build, names, "");
        targets.ForEach(x => x.Invoked = true);
        return targets;
    }

    private static List<ExecutableTarget> Resolve(NukeBuild build, IReadOnlyList<string> names, string source)
    {
        var unknown = names.Where(x => Find(x) == null).ToList();
        return unknown.Count == 0
            ? [.. names.Select(x => Find(x)!).Distinct()]
            : throw new BuildUsageException(string.Join('\n', unknown.Select(x =>
                $"{source}{x}: there is no such target.{Suggestion.For(x, build.Targets.Select(y => y.Name))} All targets: --help.")));

        ExecutableTarget? Find(string name) => build.Targets.FirstOrDefault(x => ParameterNames.Same(x.Name, name));
    }

    // Options that change how the run looks do not make it another one.
    private static IEnumerable<string> Invocation(NukeBuild build, string[] arguments)
        => [.. build.ExecutionPlan.Select(x => x.Name), .. arguments.Where(x => !CommandLine.IsOption(x) || !ParameterNames.Same(x, BuiltInParameters.Continue))];

    private static void AnnounceSecrets(ParameterService parameters)
    {
        foreach (var parameter in parameters.Parameters.Where(x => x.IsSecret))
        {
            var values = parameters.GetValue(parameter.Member!) switch
            {
                string text => [text],
                IEnumerable<string> texts => texts,
                { } other => [other.ToString()!],
                null => Array.Empty<string>(),
            };
            foreach (var value in values)
            {
                SecretMask.Add(value);
                Host.Instance.AnnounceSecret(value);
            }
        }
    }

    private static int Refuse(params string[] problems)
    {
        BuildConsole.Current.Flush();
        using var error = new StreamWriter(Console.OpenStandardError());
        foreach (var problem in problems.SelectMany(x => x.Split('\n')))
            error.Write("error: " + SecretMask.Apply(problem) + "\n");
        return BuildUsageException.ExitCode;
    }

    // What fails before the build class stands is logged, too.
    private static void EnsureLog()
    {
        if (ReferenceEquals(Log.Logger, Serilog.Core.Logger.None))
            Logging.Configure();
    }

    // Reflection and static constructors wrap what went wrong.
    private static TException? Find<TException>(Exception? exception)
        where TException : Exception
        => exception as TException ?? (exception == null ? null : Find<TException>(exception.InnerException));
}

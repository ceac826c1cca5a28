using System;
using Nuke.Common;
using Serilog;

namespace BuildPrograms;

class TargetsBuild : NukeBuild
{
    public static int Start() => Execute<TargetsBuild>(x => x.Compile);

    [Parameter("Turns Lint off.")] readonly bool NoLint;

    Target Clean => _ => _
        .Description("Removes what earlier runs left")
        .Before(Restore)
        .Executes(() => Log.Information("cleaning"));

    Target Restore => _ => _
        .Executes(() => Log.Information("restoring"));

    Target Lint => _ => _
        .OnlyWhenStatic(() => !NoLint)
        .DependsOn(LintRules)
        .Executes(() => Log.Information("linting"));

    Target LintRules => _ => _
        .Executes(() => Log.Information("reading rules"));

    Target Compile => _ => _
        .Description("Builds everything")
        .DependsOn(Restore, Lint)
        .Executes(() => Log.Information("compiling"));

    Target Pack => _ => _
        .DependsOn(Compile)
        .OnlyWhenDynamic(() => SucceededTargets.Contains(Clean))
        .Executes(() => Log.Information("packing"));

    Target Publish => _ => _
        .DependsOn(Pack)
        .Triggers(Announce)
        .Executes(() => Log.Information("publishing"));

    Target Announce => _ => _
        .Executes(() => Log.Information("announcing"));

    Target Boom => _ => _
        .Executes(() => throw new InvalidOperationException("the thing is broken"));

    Target AfterBoom => _ => _
        .DependsOn(Boom)
        .Executes(() => Log.Information("never"));

    Target Report => _ => _
        .AssuredAfterFailure()
        .After(AfterBoom, Tolerated)
        .Executes(() => Log.Information("reporting"));

    Target Tolerated => _ => _
        .ProceedAfterFailure()
        .Executes(() => throw new InvalidOperationException("bad but bearable"));

    Target AfterTolerated => _ => _
        .DependsOn(Tolerated)
        .Executes(() => Log.Information("went on"));

    Target Figures => _ => _
        .Executes(() => ReportSummary(_ =>
        {
            _.Add("Crates", "3");
            return _;
        }));

    Target ExitCodeOf7 => _ => _
        .Executes(() => ExitCode = 7);

    Target Hidden => _ => _
        .Unlisted()
        .Executes(() => Log.Information("hidden"));
}

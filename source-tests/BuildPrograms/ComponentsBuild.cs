using Nuke.Common;
using Serilog;

namespace BuildPrograms;

class BaseBuild : NukeBuild
{
    public virtual Target Clean => _ => _.Executes(() => Log.Information("clean of the base class"));
}

class ComponentsBuild : BaseBuild, ICompileThings, ITestThings, ISign
{
    public static int Start() => Execute<ComponentsBuild>(x => ((ITestThings)x).Test);

    public override Target Clean => _ => _
        .Base()
        .Executes(() => Log.Information("clean of the build class"));

    // Extends what the component does.
    Target ICompileThings.Compile => _ => _
        .Inherit<ICompileThings>()
        .DependsOn(Clean)
        .Executes(() => Log.Information("compile of the build class"));

    Target All => _ => _
        .DependsOn<ITestThings>()
        .DependsOn<ICompileThings>(x => x.Compile)
        .TryDependsOn<INotThere>(x => x.Ghost);
}

interface IHazName : INukeBuild
{
    [Parameter("Who is greeted")] string Person => TryGetValue(() => Person) ?? "world";
}

interface ICompileThings : IHazName
{
    Target Compile => _ => _.Executes(() => Log.Information("compile of the component for {Name}", Person));
}

interface ITestThings : ICompileThings
{
    [Parameter] int? Rounds => TryGetValue<int?>(() => Rounds);

    Target Test => _ => _
        .DependsOn<ICompileThings>()
        .Executes(() => Log.Information("test {Rounds} rounds", Rounds ?? 1));
}

[ParameterPrefix("Signing")]
interface ISign : INukeBuild
{
    [Parameter] string Key => TryGetValue(() => Key);

    Target Sign => _ => _
        .TryDependsOn<ICompileThings>()
        .Requires(() => Key)
        .Executes(() => Log.Information("sign with {Key}", Key));
}

interface INotThere : INukeBuild
{
    Target Ghost => _ => _.Executes(() => { });
}

interface ILeft : INukeBuild
{
    Target Same => _ => _.Executes(() => { });
}

interface IRight : INukeBuild
{
    Target Same => _ => _.Executes(() => { });
}

class AmbiguousBuild : NukeBuild, ILeft, IRight
{
    public static int Start() => Execute<AmbiguousBuild>();
}

class CircularBuild : NukeBuild
{
    public static int Start() => Execute<CircularBuild>(x => x.Harmless);

    Target Harmless => _ => _.Executes(() => { });
    Target First => _ => _.DependsOn(Second);
    Target Second => _ => _.After(Third);
    Target Third => _ => _.DependsOn(First);
}

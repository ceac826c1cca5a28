using System;
using Nuke.Common;
using Serilog;

namespace BuildPrograms;

class GrandParentBuild : NukeBuild
{
    public virtual Target Clean => _ => _.Executes(() => Log.Information("clean 0"));
}

class ParentBuild : GrandParentBuild
{
    public override Target Clean => _ => _.Base().Executes(() => Log.Information("clean 1"));
}

class InheritanceBuild : ParentBuild, ILeftBranch, IRightBranch, IGeneric<string>, IQuasiOverride, IContext
{
    public static int Start() => Execute<InheritanceBuild>(x => x.Clean);

    public override Target Clean => _ => _.Base().Executes(() => Log.Information("clean 2"));
    Target BeforeClean => _ => _.DependentFor(Clean).Executes(() => Log.Information("before clean"));

    Target IRoot.Root => _ => _.Inherit<IRoot>().Executes(() => Log.Information("root of the class"));
    Target UsesRoot => _ => _.DependsOn<IRoot>().DependsOn<ILeftBranch>(x => x.Root).DependsOn<IRightBranch>(x => x.Root);

    Target IGeneric<string>.Generic => _ => _.Inherit<IGeneric<string>>().Executes(() => Log.Information("generic of the class"));
    Target UsesGeneric => _ => _.DependsOn<IGeneric<string>>();

    Target UsesQuasi => _ => _.DependsOn<IQuasi>();

    Target InContext => _ => _.DependsOnContext<IContext>().Executes(() =>
    {
        Log.Information("inside");
        if (Environment.GetEnvironmentVariable("FAIL") != null)
            throw new InvalidOperationException("inside broke");
    });

    Target Early => _ => _.Executes(() => Log.Information("early"));
    Target NotAsked => _ => _.After(Late).Before(Early).Executes(() => Log.Information("never"));
    Target Late => _ => _.Executes(() => Log.Information("late"));

    Target OffTrigger => _ => _.OnlyWhenDynamic(() => false).Triggers(Triggered).Executes(() => Log.Information("never"));
    Target Triggered => _ => _.DependsOn(ForTriggered).Executes(() => Log.Information("triggered"));
    Target ForTriggered => _ => _.After(OffTrigger).Executes(() => Log.Information("for triggered"));
    Target NeedsTriggered => _ => _.DependsOn(Triggered).Executes(() => Log.Information("needs triggered"));
}

interface IRoot : INukeBuild
{
    Target Root => _ => _.Executes(() => Log.Information("root of the component"));
}

interface ILeftBranch : IRoot;

interface IRightBranch : IRoot;

interface IGeneric<T> : INukeBuild
{
    Target Generic => _ => _.Executes(() => Log.Information("generic of {Type}", typeof(T).Name));
}

interface IQuasi : INukeBuild
{
    Target Quasi => _ => _.Executes(() => Log.Information("quasi of the base"));
}

interface IQuasiOverride : IQuasi
{
    Target IQuasi.Quasi => _ => _.Inherit<IQuasi>().Executes(() => Log.Information("quasi of the other"));
}

interface IContext : INukeBuild
{
    Setup Up => _ => _.Executes(() => Log.Information("up"));
    Cleanup Down => _ => _.Executes(() => Log.Information("down"));
}

class DuplicateBuild : NukeBuild, IRoot
{
    public static int Start() => Execute<DuplicateBuild>();

    Target Root => _ => _.Executes(() => Log.Information("own"));
    Target IRoot.Root => _ => _.DependsOn(Root);
}

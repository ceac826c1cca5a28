using System;
using Nuke.Common;
using Serilog;

namespace BuildPrograms;

class RequirementsBuild : NukeBuild
{
    public static int Start() => Execute<RequirementsBuild>(x => x.HasValue);

    [Parameter] readonly int? Number;
    [Parameter] readonly bool? Flag;
    [Parameter] readonly string Word;

    Target HasValue => _ => _.Requires(() => Number.HasValue).Executes(() => Log.Information("number"));
    Target FlagValue => _ => _.Requires(() => Flag.Value).Executes(() => Log.Information("flag"));
    Target FlagOrNot => _ => _.Requires(() => Flag ?? false).Executes(() => Log.Information("flag"));
    Target LongWord => _ => _.Requires(() => Word.Length > 3).Executes(() => Log.Information("word"));
    Target Throws => _ => _.Requires(() => Thrower()).Executes(() => Log.Information("never"));
    Target StaticThrows => _ => _.OnlyWhenStatic(() => Thrower()).Executes(() => Log.Information("never"));
    Target DynamicThrows => _ => _.OnlyWhenDynamic(() => Thrower()).Executes(() => Log.Information("never"));

    static bool Thrower() => throw new InvalidOperationException("the condition broke");
}

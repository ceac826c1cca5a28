using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace BuildPrograms;

class GenericBuild<T> : NukeBuild
{
    [Parameter] protected readonly T Generic;
    [Parameter] string Shared { get; set; }

    protected string SharedOfBase => Shared;
}

class TypesBuild : GenericBuild<int?>, IFirst, ISecond
{
    public static int Start() => Execute<TypesBuild>(x => x.Print);

    [Parameter] readonly Guid? Id;
    [Parameter] readonly TimeSpan? Span;
    [Parameter] readonly DateTime? Moment;
    [Parameter] readonly Uri Link;
    [Parameter] readonly Version Version;
    [Parameter] readonly long? Big;
    [Parameter] readonly byte? Small;
    [Parameter] readonly double? Real;
    [Parameter] readonly Parts? Parts;
    [Parameter] readonly Level? Level;
    [Parameter] readonly int[] Numbers;
    [Parameter] readonly List<int> List;
    [Parameter] readonly HashSet<string> Set;
    [Parameter] readonly ISet<string> AnySet;
    [Parameter] readonly IReadOnlyList<Level> Levels;
    [Parameter] readonly AbsolutePath[] Folders;
    [Parameter] readonly Account Account;
    [Parameter] readonly string Größe;
    [Parameter(Name = "2fa")] readonly string TwoFactors;
    [Parameter] static string Static { get; set; }

    Target Print => _ => _.Executes(() => Log.Information("{Values}", string.Join(' ', Values().Where(x => x.Value != null).Select(x => $"{x.Name}={Text(x.Value)}"))));

    IEnumerable<(string Name, object Value)> Values()
    {
        yield return (nameof(Id), Id);
        yield return (nameof(Span), Span);
        yield return (nameof(Moment), Moment?.ToString("s", CultureInfo.InvariantCulture));
        yield return (nameof(Link), Link);
        yield return (nameof(Version), Version);
        yield return (nameof(Big), Big);
        yield return (nameof(Small), Small);
        yield return (nameof(Real), Real);
        yield return (nameof(Parts), Parts);
        yield return (nameof(Level), Level);
        yield return (nameof(Numbers), Numbers);
        yield return (nameof(List), List);
        yield return (nameof(Set), Set);
        yield return (nameof(AnySet), AnySet);
        yield return (nameof(Levels), Levels);
        yield return (nameof(Folders), Folders);
        yield return (nameof(Account), Account == null ? null : $"{Account.User}:{Account.Port}:{string.Join('|', Account.Roles)}");
        yield return (nameof(Größe), Größe);
        yield return (nameof(TwoFactors), TwoFactors);
        yield return (nameof(Static), Static);
        yield return (nameof(Generic), Generic);
        yield return (nameof(SharedOfBase), SharedOfBase);
        yield return (nameof(IFirst), ((IFirst)this).Twice);
        yield return (nameof(ISecond), ((ISecond)this).Twice);
    }

    static string Text(object value) => value is not string and System.Collections.IEnumerable list
        ? string.Join('|', list.Cast<object>())
        : Convert.ToString(value, CultureInfo.InvariantCulture);
}

interface IFirst : INukeBuild
{
    [Parameter] string Twice => TryGetValue(() => Twice);
}

interface ISecond : INukeBuild
{
    [Parameter] string Twice => TryGetValue(() => Twice);
}

class Account
{
    public string User { get; set; }
    public int Port { get; set; }
    public string[] Roles { get; set; } = [];
}

[Flags]
enum Parts
{
    None = 0,
    Left = 1,
    Right = 2,
}

class StaticReadonlyBuild : NukeBuild
{
    public static int Start() => Execute<StaticReadonlyBuild>(x => x.Print);

    [Parameter] static readonly string Word = Environment.NewLine;

    Target Print => _ => _.Executes(() => Log.Information("{Word}", Word));
}

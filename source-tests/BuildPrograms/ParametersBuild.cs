using System.ComponentModel;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;

namespace BuildPrograms;

class ParametersBuild : NukeBuild
{
    public static int Start() => Execute<ParametersBuild>(x => x.Print);

    [Parameter("A word.")] readonly string SomeValue = "initial";
    [Parameter("A number.")] readonly int Number = 3;
    [Parameter] readonly bool? Flag;
    [Parameter(Separator = ",")] readonly string[] Names = [];
    [Parameter] readonly AbsolutePath Folder;
    [Parameter] readonly Level Level = Level.Low;
    [Parameter] readonly Flavour Flavour = Flavour.Plain;
    [Parameter(Name = "api-url")] readonly string Url;
    [Parameter] readonly string Needed;

    Target Print => _ => _
        .Executes(() =>
        {
            Log.Information("SomeValue={SomeValue} Number={Number} Flag={Flag}", SomeValue, Number, Flag);
            Log.Information("Names={Names} Folder={Folder}", string.Join('|', Names), Folder);
            Log.Information("Level={Level} Flavour={Flavour} Url={Url}", Level, (string)Flavour, Url);
        });

    Target Deploy => _ => _
        .Requires(() => Needed)
        .Requires(() => Number > 5 && Level == Level.High)
        .Executes(() => Log.Information("deploying {Needed}", Needed));
}

enum Level
{
    Low,
    High,
}

[TypeConverter(typeof(TypeConverter<Flavour>))]
class Flavour : Enumeration
{
    public static Flavour Plain = new() { Value = nameof(Plain) };
    public static Flavour Sweet = new() { Value = nameof(Sweet) };
}

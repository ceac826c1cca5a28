using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>The first line of a run.</summary>
internal static class Banner
{
    public static string Text()
    {
        var version = typeof(Banner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        var console = BuildConsole.Current;
        return console.Paint("slipway", "1;36") + console.Paint($" {version} on {Host.Instance}, {NukeBuild.RootDirectory.Name}", "2");
    }
}

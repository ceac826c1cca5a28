using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Slipway.Tests.Workflows.Security;

/// <summary>A new version is taken when others have had time to see what is wrong with it.</summary>
internal static class DependabotRules
{
    private const int LeastDays = 7;

    public static IReadOnlyList<SecurityRule> All { get; } =
    [
        new("dependabot-cooldown", file => file.Root.Child("updates").Items().SelectMany(TooSoon)),
        new("dependabot-execution", file => file.Root.Texts()
            .Where(text => text.Path is [.., "insecure-external-code-execution"] && text.Node.Value != "deny")
            .Select(text => new Place(text.Node.Line(), "Code of the packages is run while they are looked at."))),
    ];

    private static IEnumerable<Place> TooSoon(YamlNode update)
    {
        var name = update.Child("package-ecosystem").Text();
        var cooldown = update.Child("cooldown");
        if (cooldown.Child("default-days") is null)
            return [new Place((cooldown ?? update).Line(), $"{name} has no cooldown: {{default-days: {LeastDays}}}.")];
        return cooldown.Entries()
            .Where(entry => entry.Key.EndsWith("-days", StringComparison.Ordinal)
                && !(int.TryParse(entry.Value.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= LeastDays))
            .Select(entry => new Place(entry.Line, $"{name} takes new versions after less than {LeastDays} days."));
    }
}

using System.Collections.Immutable;

namespace Slipway.Workflows;

/// <summary>The settings of Dependabot, GitHub's bot for updates: <c>.github/dependabot.yml</c>.</summary>
/// <param name="Cooldown">In days: how old a release must be before it is offered, so that a hijacked one is found first.</param>
public sealed record Dependabot(ImmutableArray<DependabotUpdate> Updates, int Cooldown)
{
    public const string Path = ".github/dependabot.yml";

    /// <summary>The shortest cooldown that protects, in days.</summary>
    public const int ShortestCooldown = 7;

    /// <exception cref="SlipwayException">A value is outside what Dependabot takes.</exception>
    public string Render()
    {
        if (Cooldown is < ShortestCooldown or > 90)
            throw Wrong($"its Cooldown is {Cooldown} days", $"It can be from {ShortestCooldown} to 90.");
        if (Updates.FirstOrDefault(update => update.Limit is < 1 or > 50) is { } wrong)
            throw Wrong($"its limit of pull requests for {wrong.Ecosystem} is {wrong.Limit}", "It can be from 1 to 50.");

        var yaml = new YamlWriter();
        yaml.Comment("Made from [Dependabot] on the build class: change that and run ./build.sh GenerateWorkflows.");
        yaml.Value("version", 2);
        yaml.Blank();
        yaml.Map("updates", () =>
        {
            foreach (var update in Updates.OrderBy(update => update.Ecosystem, StringComparer.Ordinal))
                yaml.Item(() => Write(yaml, update));
        });
        return yaml.ToString();
    }

    private void Write(YamlWriter yaml, DependabotUpdate update)
    {
        yaml.Value("package-ecosystem", update.Ecosystem);
        yaml.Value("directory", update.Directory);
        yaml.Map("schedule", () => yaml.Value("interval", "weekly"));
        yaml.Value("open-pull-requests-limit", update.Limit);
        yaml.Map("cooldown", () => yaml.Value("default-days", Cooldown));
        yaml.Map("groups", () => yaml.Map("minor-and-patch", () =>
        {
            yaml.List("patterns", ["*"]);
            yaml.List("update-types", ["minor", "patch"]);
        }));
    }

    private static SlipwayException Wrong(string what, string fix) => new(ErrorKind.Configuration, $"[Dependabot]: {what}.", fix);
}

/// <summary>One package ecosystem.</summary>
/// <param name="Directory">Of its manifest, from the repository's root, with a slash before it.</param>
/// <param name="Limit">How many pull requests may be open at a time.</param>
public sealed record DependabotUpdate(string Ecosystem, string Directory, int Limit);

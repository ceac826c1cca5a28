namespace Slipway.Tests.Workflows.Security;

/// <summary>The rules over the files that GitHub runs.</summary>
public class CommittedWorkflowTests
{
    public static TheoryData<string> Rules => [.. WorkflowSecurity.RuleNames];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_committed_workflows_keep_the_rule(string rule)
    {
        var files = Files();
        files.ShouldNotBeEmpty("There are no workflows in .github/workflows; ./build.sh GenerateWorkflows writes them.");

        files.SelectMany(file => WorkflowSecurity.Check(file.FileName, file.Text)).Concat(WorkflowSecurity.CheckTogether(files))
            .Where(finding => finding.Rule == rule).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_that_is_generated_keeps_the_rules(string file) =>
        WorkflowSecurity.Check(file, File.ReadAllText(Path.Combine(Repository.Root, file))).ShouldBeEmpty();

    public static TheoryData<string> Shapes() =>
    [
        .. new[] { "source-tests/Slipway.Tests/Workflows/Golden", "source-tests/EndToEnd.Tests/Workflows/Golden/two-binaries" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.yml"))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static IReadOnlyList<(string FileName, string Text)> Files()
    {
        var folder = Path.Combine(Repository.Root, ".github");
        var workflows = Path.Combine(folder, "workflows");
        if (!Directory.Exists(workflows))
            return [];
        return
        [
            .. Directory.GetFiles(workflows, "*.yml").Concat(Directory.GetFiles(folder, "dependabot.yml")).Order(StringComparer.Ordinal)
                .Select(file => (Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File.ReadAllText(file))),
        ];
    }
}

using Slipway.Alerts;
using Slipway.Gates;

namespace Slipway.Tests.Alerts;

public class AlertRoutesTests
{
    [Fact]
    public void The_row_of_a_stage_wins_over_that_of_all_stages()
    {
        var routes = AlertRoutes.Default
            .With(AlertEvent.OverBudget, AlertChannel.GitHubIssue)
            .With(AlertEvent.OverBudget, GateStage.Test, AlertChannel.Mail, AlertChannel.Discord);

        routes.ChannelsOf(AlertEvent.OverBudget, GateStage.Test).ShouldBe([AlertChannel.Discord, AlertChannel.Mail]);
        routes.ChannelsOf(AlertEvent.OverBudget, GateStage.Checks).ShouldBe([AlertChannel.GitHubIssue]);
        routes.ChannelsOf(AlertEvent.OverBudget, null).ShouldBe([AlertChannel.GitHubIssue]);
    }

    [Fact]
    public void A_row_takes_the_place_of_the_one_before_and_may_be_empty()
    {
        var routes = AlertRoutes.Default.With(AlertEvent.BranchRed).With(AlertEvent.FlakyTest, AlertChannel.Mail).With(AlertEvent.FlakyTest, AlertChannel.Discord);

        routes.ChannelsOf(AlertEvent.BranchRed, null).ShouldBeEmpty();
        routes.ChannelsOf(AlertEvent.FlakyTest, GateStage.Test).ShouldBe([AlertChannel.Discord]);
    }

    [Fact]
    public void A_table_is_never_changed_by_making_another()
    {
        AlertRoutes.None.With(AlertEvent.BranchRed, AlertChannel.Mail);
        AlertRoutes.Default.With(AlertEvent.BranchRed);

        AlertRoutes.None.ChannelsOf(AlertEvent.BranchRed, null).ShouldBeEmpty();
        AlertRoutes.Default.ChannelsOf(AlertEvent.BranchRed, null).Count.ShouldBe(3);
    }

    [Fact]
    public void Everything_but_a_release_that_is_out_is_told_somewhere_by_default() =>
        Enum.GetValues<AlertEvent>().Where(x => AlertRoutes.Default.ChannelsOf(x, null).IsEmpty).ShouldBe([AlertEvent.ReleasePublished]);

    [Fact]
    public void A_problem_has_one_key_that_can_stand_in_a_comment_of_HTML()
    {
        AlertWords.Key(AlertEvent.BranchRed, "main", "ci").ShouldBe("branch-red:main:ci");
        AlertWords.Key(AlertEvent.FlakyTest, "unit", "a::b --> <c>").ShouldBe("flaky-test:unit:a%3A%3Ab%20--%3E%20%3Cc%3E");
        AlertWords.EventOf("over-budget:test").ShouldBe(AlertEvent.OverBudget);
        AlertWords.EventOf("of-a-later-version:test").ShouldBeNull();
    }
}

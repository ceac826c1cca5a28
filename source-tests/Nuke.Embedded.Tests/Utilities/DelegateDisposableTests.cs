using Nuke.Common.Utilities;

namespace Nuke.Embedded.Tests.Utilities;

public class DelegateDisposableTests
{
    private string Value { get; set; } = "before";

    [Fact]
    public void A_value_is_restored_on_disposal()
    {
        using (DelegateDisposable.SetAndRestore(() => Value, "during"))
            Value.ShouldBe("during");

        Value.ShouldBe("before");
    }

    [Fact]
    public void The_second_action_runs_once()
    {
        var seen = new List<string>();
        var bracket = DelegateDisposable.CreateBracket(() => seen.Add("open"), () => seen.Add("close"));

        bracket.Dispose();
        bracket.Dispose();

        seen.ShouldBe(["open", "close"]);
    }

    [Fact]
    public void The_second_action_is_given_the_result_of_the_first()
    {
        var seen = 0;

        using (DelegateDisposable.CreateBracket(() => 42, x => seen = x))
            seen.ShouldBe(0);

        seen.ShouldBe(42);
    }
}

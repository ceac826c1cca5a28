using Nuke.Common;

namespace Nuke.Embedded.Tests.Utilities;

public class ControlFlowTests
{
    [Fact]
    public void A_suppressed_error_gives_the_default_value()
    {
        ControlFlow.SuppressErrors(() => int.Parse("x", null), defaultValue: 7, logWarning: false).ShouldBe(7);
        ControlFlow.SuppressErrors(() => 8, defaultValue: 7).ShouldBe(8);
        Should.NotThrow(() => ControlFlow.SuppressErrors(() => throw new InvalidOperationException("x"), logWarning: false));
    }

    [Fact]
    public void An_action_is_repeated_until_it_succeeds()
    {
        var messages = new List<string>();
        var (attempts, cleanups) = (0, 0);

        ControlFlow.ExecuteWithRetry(
            () => Nuke.Common.Assert.True(++attempts == 2, "not yet"),
            cleanup: () => cleanups++,
            logAction: messages.Add);

        (attempts, cleanups).ShouldBe((2, 2));
        messages.ShouldBe(["Attempt 1 of 3 failed: not yet"]);
    }

    [Fact]
    public void The_last_failure_is_the_error()
    {
        var attempts = 0;

        var error = Should.Throw<Exception>(() =>
            ControlFlow.ExecuteWithRetry(() => throw new InvalidOperationException($"no {++attempts}"), retryAttempts: 2, logAction: _ => { }));

        error.Message.ShouldBe("All 2 attempts failed, the last one with: no 2");
    }
}

using Slipway.Cargo;

namespace Slipway.Tests.Cargo;

/// <summary>With a tool that is a script, which counts how often it is started.</summary>
public class ToolAnswersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_asks_at_the_same_time_waits_for_one_answer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands for the tool");
        using var folder = Tool("sleep 0.2; echo 'tool 1.0'");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AskAsync(folder.Folder, Token)));

        answers.ShouldAllBe(x => x == "tool 1.0\n");
        StartsOf(folder).ShouldBe(1);
    }

    [Fact]
    public async Task A_tool_that_failed_is_asked_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands for the tool");
        using var folder = Tool("[ -e mended ] && echo 'tool 1.0'");
        (await AskAsync(folder.Folder, Token)).ShouldBeEmpty();

        folder.With("mended", "");

        (await AskAsync(folder.Folder, Token)).ShouldBe("tool 1.0\n");
    }

    [Fact]
    public async Task One_who_gives_up_takes_no_answer_from_the_others()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a script stands for the tool");
        using var folder = Tool("[ -e go ] || { : > waiting; sleep 30; }; echo 'tool 1.0'");
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var first = AskAsync(folder.Folder, impatient.Token);
        var second = AskAsync(folder.Folder, Token);
        while (!File.Exists(folder / "waiting"))
            await Task.Delay(10, Token);
        folder.With("go", "");
        await impatient.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(first);
        (await second).ShouldBe("tool 1.0\n");
    }

    private static async Task<string> AskAsync(string folder, CancellationToken token) =>
        (await ToolAnswers.AskAsync(Path.Combine(folder, "tool"), ["--version"], folder, token)).Output;

    private static int StartsOf(RustProject folder) => File.ReadAllLines(folder / "starts").Length;

    private static RustProject Tool(string script) =>
        RustProject.Empty().WithScript("tool", $"#!/bin/sh\necho start >> starts\n{script}\n");
}

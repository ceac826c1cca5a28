using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Embedded.Tests.Tooling;

public class ToolOptionsTests
{
    private static readonly CargoOptions Empty = new();

    [Fact]
    public void Options_that_are_not_set_are_not_written()
    {
        Render(Empty).ShouldBe("build");
        Empty.Profile.ShouldBeNull();
        Empty.Locked.ShouldBeNull();
        Empty.Targets.ShouldBeNull();
    }

    [Fact]
    public void Setting_an_option_leaves_the_original_alone()
    {
        var changed = Empty.SetProfile("dist");
        Empty.Profile.ShouldBeNull();
        changed.Profile.ShouldBe("dist");
        Render(changed).ShouldBe("build --profile dist");
        Render(changed.ResetProfile()).ShouldBe("build");
    }

    [Fact]
    public void Adding_to_a_list_leaves_the_original_alone()
    {
        var one = Empty.AddTargets("a");
        var two = one.AddTargets("b", "c");
        one.Targets.ShouldBe(["a"]);
        two.Targets.ShouldBe(["a", "b", "c"]);
        two.Modify(b => b.RemoveCollection(() => two.Targets, new[] { "b" })).Targets.ShouldBe(["a", "c"]);
        two.Modify(b => b.ClearCollection(() => two.Targets)).Targets.ShouldBeEmpty();
    }

    [Fact]
    public void Arguments_come_in_the_order_of_setting_between_the_first_and_the_last()
        => Render(Empty
            .Modify(b => b.Set(() => Empty.Last, "last"))
            .Modify(b => b.Set(() => Empty.Locked, true))
            .SetProfile("dist")
            .Modify(b => b.Set(() => Empty.Package, "first"))
            .SetProcessAdditionalArguments("--", "more"))
            .ShouldBe("build first --locked --profile dist last -- more");

    [Fact]
    public void A_flag_is_written_when_it_is_on()
    {
        Render(Empty.Modify(b => b.Set(() => Empty.Locked, false))).ShouldBe("build");
        Render(Empty.Modify(b => b.Set(() => Empty.Quiet, false))).ShouldBe("build --quiet=false");
    }

    [Fact]
    public void An_option_that_is_set_to_nothing_has_a_form_of_its_own()
    {
        Render(Empty.Modify(b => b.Set(() => Empty.Jobs, null))).ShouldBe("build --jobs");
        Render(Empty.Modify(b => b.Set(() => Empty.Jobs, 4))).ShouldBe("build --jobs 4");
    }

    [Fact]
    public void A_list_is_one_argument_or_several()
    {
        Render(Empty.Modify(b => b.Set(() => Empty.Features, new[] { "a", "b" }))).ShouldBe("build --features a,b");
        Render(Empty.AddTargets("a", "b c")).ShouldBe("build --target a --target \"b c\"");
    }

    [Fact]
    public void A_dictionary_is_one_argument_or_several()
    {
        var values = new Dictionary<string, object> { ["lto"] = true, ["name"] = "a b" };
        Render(Empty.Modify(b => b.Set(() => Empty.Config, values))).ShouldBe("build --config lto=true --config name=\"a b\"");
        Render(Empty.Modify(b => b.SetDictionary(() => Empty.Joined, "a", "1")).Apply(o => o.Modify(b => b.AddDictionary(() => o.Joined, "b", "2"))))
            .ShouldBe("build --set a=1;b=2");
    }

    [Fact]
    public void A_lookup_writes_each_value_with_its_key()
    {
        var options = Empty.Modify(b =>
        {
            b.AddLookup(() => Empty.Traits, "speed", new[] { "fast", "slow" });
            b.AddLookup(() => Empty.Traits, "size", new[] { "small" });
            b.RemoveLookup(() => Empty.Traits, "speed", "slow");
        });
        options.Traits["speed"].ShouldBe(["fast"]);
        Render(options).ShouldBe("build --trait speed=fast --trait size=small");
        Render(Empty.Modify(b => b.Set(() => Empty.Traits, new LookupTable<string, string> { { "a", "b" } }))).ShouldBe("build --trait a=b");
    }

    [Fact]
    public void A_formatter_writes_a_value_its_own_way()
        => Render(Empty.Modify(b => b.Set(() => Empty.Since, new DateTime(2026, 1, 2)))).ShouldBe("build --since 2026-01-02");

    [Fact]
    public void Secret_arguments_are_known()
        => Empty.Modify(b => b.Set(() => Empty.Token, "s3cr3t")).SetProcessRedactedSecrets("other").GetSecrets()
            .ShouldBe(["other", "s3cr3t"]);

    [Fact]
    public void Variables_are_added_to_those_of_the_build()
    {
        var options = Empty.SetProcessEnvironmentVariable("CARO_A", "1").AddProcessEnvironmentVariable("CARO_B", 2);
        options.ProcessEnvironmentVariables["CARO_A"].ShouldBe("1");
        options.ProcessEnvironmentVariables["CARO_B"].ShouldBe("2");
        options.ProcessEnvironmentVariables.ShouldContainKey("PATH");
        options.ClearProcessEnvironmentVariables().ProcessEnvironmentVariables.ShouldBeEmpty();
        options.ResetProcessEnvironmentVariables().ProcessEnvironmentVariables.ShouldNotContainKey("CARO_A");
    }

    [Fact]
    public void Process_options_can_be_set_and_reset()
    {
        var options = Empty
            .SetProcessToolPath("/bin/tool")
            .SetProcessWorkingDirectory("/ws")
            .SetProcessExecutionTimeout(TimeSpan.FromSeconds(2))
            .EnableProcessOutputLogging()
            .DisableProcessInvocationLogging()
            .ToggleProcessExitHandling();
        options.ProcessToolPath.ShouldBe("/bin/tool");
        options.ProcessWorkingDirectory.ShouldBe("/ws");
        options.ProcessExecutionTimeout.ShouldBe(2000);
        options.ProcessOutputLogging.ShouldBe(true);
        options.ProcessInvocationLogging.ShouldBe(false);
        options.ProcessExitHandling.ShouldBe(true);
        options.ResetProcessOutputLogging().ProcessOutputLogging.ShouldBeNull();
    }

    [Fact]
    public void Options_are_combined_and_configured()
    {
        Configure<CargoOptions> profile = o => o.SetProfile("dist");
        Configure<CargoOptions, string> target = (o, v) => o.AddTargets(v);
        var combined = Empty
            .Apply(profile)
            .When(o => o.Profile == "dist", o => o.AddTargets("x"))
            .When(o => o.Profile == "dev", o => o.AddTargets("y"))
            .CombineWith(["a", "b"], (o, v) => o.Apply(target, v))
            .CombineWith(o => o, o => o.ResetProfile());
        combined.Select(Render).ShouldBe(
        [
            "build --profile dist --target x --target a",
            "build --target x --target a",
            "build --profile dist --target x --target b",
            "build --target x --target b",
        ]);
    }

    private static string Render(CargoOptions options) => string.Join(' ', options.GetArguments());
}

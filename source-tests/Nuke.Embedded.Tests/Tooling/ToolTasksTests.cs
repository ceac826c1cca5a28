using Nuke.Common.Tooling;

namespace Nuke.Embedded.Tests.Tooling;

public class ToolTasksTests
{
    private static readonly CargoOptions Arguments = new CargoOptions().SetProcessExitHandler(_ => { });

    [Fact]
    public void A_wrapper_runs_its_tool_with_options()
    {
        // The dummy program knows no command "build".
        Should.Throw<ProcessException>(() => CargoTasks.CargoBuild()).Message.ShouldContain("unknown command build");
        CargoTasks.CargoBuild(o => o.SetProcessExitHandler(_ => { })).Select(x => x.Text).ShouldBe(["unknown command build"]);
        CargoTasks.CargoBuild(o => o.DisableProcessExitHandling()).Count.ShouldBe(1);
    }

    [Fact]
    public void A_wrapper_runs_its_tool_with_arguments_as_they_are()
        => CargoTasks.Cargo($"arguments {"a b"}").Select(x => x.Text).ShouldBe(["[a b]"]);

    [Fact]
    public void A_wrapper_reads_a_result_from_the_output() => CargoTasks.CargoCount(Arguments).Result.ShouldBe(1);

    [Fact]
    public void An_exit_handler_may_give_the_result()
        => CargoTasks.CargoCount(Arguments.SetProcessExitHandler((o, x) => (object)(x.ExitCode * 10))).Result.ShouldBe(20);

    [Fact]
    public void A_tool_runs_once_for_each_combination()
        => CargoTasks.CargoBuild(_ => Arguments.CombineWith(["a", "b", "c"], (o, v) => o.SetProfile(v)), degreeOfParallelism: 2)
            .Select(x => x.Options.Profile).ShouldBe(["a", "b", "c"]);

    [Fact]
    public void The_first_failure_ends_combined_runs_unless_all_are_asked_for()
    {
        CombinatorialConfigure<CargoOptions> two = o => o.CombineWith(["a", "b"], (x, v) => x.SetProfile(v));
        Should.Throw<ProcessException>(() => CargoTasks.CargoBuild(two));
        Should.Throw<AggregateException>(() => CargoTasks.CargoBuild(two, completeOnFailure: true)).InnerExceptions.Count.ShouldBe(2);
    }

    [Fact]
    public void A_secret_argument_is_in_no_message()
    {
        var options = new CargoOptions();
        options = options.Modify(b => b.Set(() => options.Token, "s3cr3t"));
        var message = Should.Throw<ProcessException>(() => CargoTasks.CargoBuild(options)).Message;
        message.ShouldContain("--token ***");
        message.ShouldNotContain("s3cr3t");
    }

    [Fact]
    public void A_tool_that_is_not_on_the_path_is_named_before_the_run()
        => ToolRequirements.Get(typeof(MissingTasks), null).Select(x => x.Problem)
            .ShouldBe(["'no-such-tool' is not on the PATH. Install it, or set NO_SUCH_TOOL_EXE to its full path."]);

    [Fact]
    public void A_path_can_be_set_for_all_uses_of_a_wrapper()
    {
        MissingTasks.MissingPath = DummyProgram.Path;
        MissingTasks.MissingPath.ShouldBe(DummyProgram.Path);
        MissingTasks.MissingPath = null;
        Should.Throw<ArgumentException>(() => MissingTasks.MissingPath);
    }

    [PathTool(Executable = "no-such-tool")]
    private sealed class MissingTasks : ToolTasks, IRequirePathTool
    {
        public static string? MissingPath
        {
            get => new MissingTasks().GetToolPathInternal();
            set => new MissingTasks().SetToolPath(value);
        }
    }
}

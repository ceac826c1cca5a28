using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;

namespace Nuke.Embedded.Tests.CI;

public class InjectionTests
{
    [Fact]
    public void The_server_is_injected_where_the_build_runs_on_it()
    {
        var host = new GitHubActions(_ => null, _ => { }, _ => { });
        using var build = new PipelineBuild { CurrentHost = host };

        Inject(build, new CIAttribute(), nameof(Members.Server)).ShouldBeSameAs(host);
        Inject(build, new CIAttribute(), nameof(Members.AnyServer)).ShouldBeSameAs(host);
    }

    [Fact]
    public void Nothing_is_injected_elsewhere()
    {
        using var build = new PipelineBuild();

        Inject(build, new CIAttribute(), nameof(Members.Server)).ShouldBeNull();
    }

    [Fact]
    public void The_attribute_on_a_member_that_is_no_host_is_an_error()
    {
        using var build = new PipelineBuild();

        Should.Throw<ArgumentException>(() => Inject(build, new CIAttribute(), nameof(Members.Text)))
            .Message.ShouldBe("[CI] stands on Members.Text of type String; it needs a host such as GitHubActions, or IBuildServer.");
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(4, 1)]
    public void A_partition_is_the_part_of_this_run_where_the_totals_agree(int total, int expected)
    {
        using var build = new PipelineBuild { CurrentPartition = new Partition { Part = 2, Total = 3 } };

        var partition = Inject(build, new PartitionAttribute(total), nameof(Members.Part)).ShouldBeOfType<Partition>();

        partition.Part.ShouldBe(expected);
    }

    private static object? Inject(PipelineBuild build, Common.ValueInjection.ValueInjectionAttributeBase attribute, string member)
    {
        attribute.Build = build;
        return attribute.GetValue(typeof(Members).GetProperty(member, BindingFlags.Static | BindingFlags.Public)!, build);
    }

    private static class Members
    {
        public static GitHubActions? Server { get; set; }
        public static IBuildServer? AnyServer { get; set; }
        public static string? Text { get; set; }
        public static Partition? Part { get; set; }
    }
}

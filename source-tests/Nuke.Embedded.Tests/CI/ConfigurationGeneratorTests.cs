using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Embedded.Tests.CI;

public sealed class ConfigurationGeneratorTests : IDisposable
{
    private readonly PipelineBuild _build = new();

    public void Dispose() => _build.Dispose();

    [Fact]
    public void A_derived_generator_writes_its_own_format()
        => _build.Generate(new TargetListAttribute { Targets = [nameof(PipelineBuild.Publish)], Without = [nameof(PipelineBuild.Restore)] })
            .ShouldBeGolden("derived-generator.txt");

    [Fact]
    public void A_generator_is_known_by_its_host_and_postfix()
    {
        IConfigurationGenerator generator = new GitHubActionsAttribute("nightly run", GitHubActionsImage.UbuntuLatest);

        generator.Id.ShouldBe("GitHubActions_nightly_run");
        generator.DisplayName.ShouldBe("GitHubActions (nightly_run)");
        generator.HostName.ShouldBe("GitHubActions");
        generator.HostType.ShouldBe(typeof(GitHubActions));
        generator.AutoGenerate.ShouldBeTrue();
        new TargetListAttribute().Id.ShouldBe("Terminal");
    }

    [Fact]
    public void A_file_with_the_same_content_is_not_touched()
    {
        var generator = new TargetListAttribute { Targets = [nameof(PipelineBuild.Clean)] };
        _build.Generate(generator);
        var longAgo = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(generator.ConfigurationFile, longAgo);

        _build.Generate(generator);

        File.GetLastWriteTimeUtc(generator.ConfigurationFile).ShouldBe(longAgo);
    }

    [Fact]
    public void A_failure_half_way_leaves_the_file_as_it_was()
    {
        var generator = new TargetListAttribute { Targets = [nameof(PipelineBuild.Clean)] };
        var before = _build.Generate(generator);

        Should.Throw<TimeoutException>(() => _build.Generate(new TargetListAttribute { Targets = [nameof(PipelineBuild.Test)], FailsHalfWay = true }));

        File.ReadAllBytes(generator.ConfigurationFile).ShouldBe(before);
        Directory.GetFiles(_build.Root).Select(Path.GetFileName).ShouldBe(["build.cmd", "targets.txt"], ignoreOrder: true);
    }

    [Fact]
    public void A_derived_generator_decides_where_the_text_goes()
    {
        var generator = new TargetListAttribute { Targets = [nameof(PipelineBuild.Clean)], Stream = new MemoryStream(), Build = _build };

        generator.Generate(_build.All);

        System.Text.Encoding.UTF8.GetString(generator.Stream.ToArray()).ShouldEndWith("\n- Clean\n");
        File.Exists(generator.ConfigurationFile).ShouldBeFalse();
    }

    [Fact]
    public void Chained_generators_fold_targets_without_a_job_into_those_that_need_them()
    {
        var generator = new ChainAttribute { NonEntryTargets = [nameof(PipelineBuild.Compile)], ExcludedTargets = [nameof(PipelineBuild.Restore)] };

        var text = System.Text.Encoding.UTF8.GetString(_build.Generate(generator));

        text.ShouldEndWith("\n\nCompile: Compile after \nTest: Compile Test after \nCoverage: Coverage after Test\n");
    }

    private sealed class TargetListAttribute : ConfigurationAttributeBase
    {
        public string[] Targets { get; init; } = [];
        public string[] Without { get; init; } = [];
        public bool FailsHalfWay { get; init; }
        public MemoryStream? Stream { get; init; }

        public override Type HostType => typeof(Terminal);
        public override AbsolutePath ConfigurationFile => Build.RootDirectory / "targets.txt";
        public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];
        public override IEnumerable<string> RelevantTargetNames => Targets;
        public override IEnumerable<string> IrrelevantTargetNames => Without;

        public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 4, commentPrefix: "//");

        public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets)
            => new TargetList([.. relevantTargets.Select(x => x.Name)], FailsHalfWay);

        protected override StreamWriter CreateStream() => Stream != null ? new StreamWriter(Stream) : base.CreateStream();
    }

    private sealed class TargetList(List<string> names, bool failsHalfWay) : ConfigurationEntity
    {
        public override void Write(CustomFileWriter writer)
        {
            foreach (var name in names)
            {
                writer.WriteLine($"- {name}");
                if (failsHalfWay)
                    throw new TimeoutException();
            }
        }
    }

    private sealed class ChainAttribute : ChainedConfigurationAttributeBase
    {
        public override Type HostType => typeof(Terminal);
        public override AbsolutePath ConfigurationFile => Build.RootDirectory / "chain.txt";
        public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];
        public override IEnumerable<string> RelevantTargetNames => [nameof(PipelineBuild.Coverage)];

        public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "#");

        public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets)
            => new Lines([.. relevantTargets.Select(x =>
                $"{x.Name}: {GetInvokedTargets(x, relevantTargets).JoinSpace()} after {GetTargetDependencies(x).Select(y => y.Name).JoinSpace()}")]);
    }

    private sealed class Lines(List<string> lines) : ConfigurationEntity
    {
        public override void Write(CustomFileWriter writer) => lines.ForEach(x => writer.WriteLine(x));
    }
}

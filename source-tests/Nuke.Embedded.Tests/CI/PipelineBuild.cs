using Nuke.Common;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Embedded.Tests.CI;

/// <summary>A build with a folder of its own, on the host that a test says.</summary>
internal sealed class PipelineBuild : NukeBuild, INukeBuild, IDisposable
{
    private readonly AbsolutePath _root;

    public PipelineBuild(bool hasScript = true)
    {
        _root = AbsolutePath.Create(Directory.CreateTempSubdirectory("ci-").FullName);
        if (hasScript)
            File.WriteAllText(_root / "build.cmd", "");
        All = ExecutableTargetFactory.Create(this, [x => x.Compile]);
    }

    public Host CurrentHost { get; init; } = new Terminal();
    public Partition CurrentPartition { get; init; } = Partition.Single;
    public IReadOnlyList<ExecutableTarget> All { get; }

    Host INukeBuild.Host => CurrentHost;
    Partition INukeBuild.Partition => CurrentPartition;
    AbsolutePath INukeBuild.RootDirectory => _root;

    public AbsolutePath Root => _root;

    public Target Clean => _ => _
        .Before(Restore);

    public Target Restore => _ => _
        .Produces(_root / "src" / "*/obj/**");

    public Target Compile => _ => _
        .DependsOn(Restore)
        .Produces(_root / "src" / "*/bin/**");

    public Target Test => _ => _
        .DependsOn(Compile)
        .Produces(_root / "output" / "test-results" / "*.trx")
        .Produces(_root / "output" / "test-results" / "*.xml");

    public Target Coverage => _ => _
        .DependsOn(Test)
        .TriggeredBy(Test)
        .Produces(_root / "output" / "coverage-report.zip");

    public Target Publish => _ => _
        .DependsOn(Clean, Test);

    public byte[] Generate(ConfigurationAttributeBase generator)
    {
        generator.Build = this;
        generator.Generate(All);
        return File.ReadAllBytes(generator.ConfigurationFile);
    }

    public string Refusal(ConfigurationAttributeBase generator)
        => Should.Throw<BuildUsageException>(() => Generate(generator)).Message;

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

using System.Reflection;
using Slipway.Gates;
using Slipway.Proofs;

namespace Slipway.Tests.Proofs;

/// <summary>A package in a git repository, with a record of its own outside.</summary>
internal sealed class Recorded : IDisposable
{
    private readonly string _store = Path.Combine(Path.GetTempPath(), "slipway-tests", Guid.NewGuid().ToString("N"));

    public RustProject Project { get; } = RustProject.Library("sample", "//! A sample.\n")
        .With("README.md", "# Sample\n")
        .With(".gitignore", "target/\nignored/\n");

    public static GateResult Passed { get; } = new("Lint", GateStage.Checks, GateVerdict.Pass, null, [new Figure("warnings", 0, "warnings")], [], TimeSpan.FromSeconds(1));

    public static ProofInputs Lint { get; } = new("Lint");

    public static ProofInputs Format { get; } = new ProofInputs("Lint").WithFiles(FileScope.Format);

    public string Store => _store;

    /// <summary>The record as a run that begins now sees it.</summary>
    public Task<ProofBook> RunAsync(bool everything = false, params IReadOnlyList<Module> programs) => ProofBook.OpenAsync(
        new ProofRequest(_store, programs, [Project / "reports"], everything, TimeProvider.System),
        Project.Folder,
        TestContext.Current.CancellationToken);

    public async Task<Recorded> WithProofAsync(ProofInputs? inputs = null, params IEnumerable<string> products)
    {
        var run = await RunAsync();
        await run.RecordAsync(inputs ?? Lint, Passed, products: products, cancellationToken: TestContext.Current.CancellationToken);
        return this;
    }

    public async Task<bool> IsProvedAsync(ProofInputs? inputs = null) =>
        await (await RunAsync()).FindAsync(inputs ?? Lint, TestContext.Current.CancellationToken) is not null;

    public async Task<Recorded> WithGitAsync()
    {
        await new Slipway.Processes.ToolCommand("git").WithArguments("init", "--quiet").WithWorkingDirectory(Project.Folder)
            .WithEnvironment("GIT_DIR", null).ReadAsync(TestContext.Current.CancellationToken);
        return this;
    }

    public void Dispose()
    {
        Project.Dispose();
        if (Directory.Exists(_store))
            Directory.Delete(_store, recursive: true);
    }
}

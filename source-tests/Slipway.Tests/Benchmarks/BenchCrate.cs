using System.Globalization;
using Slipway.Base;
using Slipway.Benchmarks;
using Slipway.Cargo;
using Slipway.Cargo.Testing;
using Slipway.Tests.Base;

namespace Slipway.Tests.Benchmarks;

/// <summary>A crate with a benchmark program of its own, in a repository.</summary>
internal static class BenchCrate
{
    private const string Manifest = "[package]\nname = \"subject\"\nversion = \"0.1.0\"\nedition = \"2021\"\n\n[profile.release]\nopt-level = 1\n\n[workspace]\n\n";
    private const string Bench = "[[bench]]\nname = \"speed\"\nharness = false\n";

    private const string Program = """
        use std::hint::black_box;
        use std::time::{Duration, Instant};

        fn work(rounds: u64) -> u64 {
            (0..rounds).fold(1, |sum, number| black_box(sum).wrapping_mul(31).wrapping_add(number))
        }

        fn main() {
            let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
            let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
            for (name, rounds) in [@BENCHES@] {
                if !words.is_empty() && !words.iter().any(|word| name.contains(word.as_str())) {
                    continue;
                }
                let iterations = number("SLIPWAY_BENCH_ITERATIONS");
                let end = Instant::now() + Duration::from_millis(number("SLIPWAY_BENCH_MILLISECONDS").unwrap_or(100));
                let mut samples = Vec::new();
                while samples.is_empty() || (iterations.is_none() && Instant::now() < end) {
                    let start = Instant::now();
                    for _ in 0..iterations.unwrap_or(1) {
                        black_box(work(black_box(rounds)));
                    }
                    samples.push(start.elapsed().as_nanos());
                }
                for sample in samples {
                    println!("slipway-bench: {name} {} {sample}", iterations.unwrap_or(1));
                }
            }
        }

        """;

    public static async Task<GitFolder> EmptyAsync() => (await GitFolder.InitializeAsync())
        .With(".gitignore", "target\ntemp\n").With("crate/Cargo.toml", Manifest).With("crate/src/lib.rs", "//! Nothing.\n");

    /// <summary>Benchmarks by name, with the rounds that each does.</summary>
    public static GitFolder WithBenches(this GitFolder repository, params (string Name, int Rounds)[] benches) => repository.WithProgram(
        Program.Replace("@BENCHES@", string.Join(", ", benches.Select(bench => string.Create(CultureInfo.InvariantCulture, $"(\"{bench.Name}\", {bench.Rounds})"))), StringComparison.Ordinal));

    public static GitFolder WithProgram(this GitFolder repository, string source) => repository
        .With("crate/Cargo.toml", Manifest + Bench).With("crate/benches/speed.rs", source);

    public static async Task<BaseCommit> CommittedAsync(this GitFolder repository) => new(await repository.CommitAsync("base"), "test");

    public static Task<Found<BenchmarkFacts>> CompareAsync(
        this GitFolder repository,
        BaseCommit commit,
        CancellationToken token,
        BenchmarkOptions? options = null,
        Func<CargoCommand, CargoCommand>? change = null) => CompareAsync(repository.Folder, commit, token, options, change);

    public static async Task<Found<BenchmarkFacts>> CompareAsync(
        string folder,
        BaseCommit commit,
        CancellationToken token,
        BenchmarkOptions? options = null,
        Func<CargoCommand, CargoCommand>? change = null)
    {
        var command = CargoCommand.Bench.WithWorkspace(await CargoWorkspace.LoadAsync(Path.Combine(folder, "crate"), token)).WithOffline();
        command = change?.Invoke(command) ?? command;
        var head = await TestBuild.CompileAsync(command, cancellationToken: token);
        head.Run.EnsureSuccess();
        return await new BenchmarkComparer(Path.Combine(folder, "temp")).CompareAsync(
            commit,
            command,
            head,
            options ?? BenchmarkOptions.Default with { Time = TimeSpan.FromSeconds(20), BlockTime = TimeSpan.FromMilliseconds(20) },
            token);
    }

    public static async Task ShouldBeCleanAsync(this GitFolder repository)
    {
        (await repository.GitAsync("worktree", "list", "--porcelain")).Split("\n\n").ShouldHaveSingleItem();
        Directory.GetDirectories(repository / "temp").Select(Path.GetFileName).ShouldBeSubsetOf(["target"]);
    }
}

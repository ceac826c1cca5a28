using System.Globalization;
using Slipway.Benchmarks;
using Slipway.Cargo;
using Slipway.Cargo.Testing;

namespace BenchmarkBenchmark;

/// <summary>A small crate whose only benchmark does so much work, the same in every run.</summary>
internal static class Subject
{
    private const string Manifest = """
        [package]
        name = "subject"
        version = "0.1.0"
        edition = "2021"

        [[bench]]
        name = "work"
        harness = false

        [workspace]

        """;

    private const string Library = """
        pub const WORK: u32 = @WORK@;

        /// Looks for words in a text that is always the same.
        pub fn work(text: &str) -> usize {
            (0..WORK).map(|round| text.split(' ').filter(|word| word.len() as u32 != round % 7).count()).sum()
        }

        """;

    private const string Bench = """
        use std::hint::black_box;
        use std::time::{Duration, Instant};

        fn main() {
            let time = std::env::var("SLIPWAY_BENCH_MILLISECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(100);
            let text = "the quick brown fox jumps over the lazy dog and runs away ".repeat(20);
            let end = Instant::now() + Duration::from_millis(time);
            let mut samples = Vec::new();
            while samples.len() < 2 || Instant::now() < end {
                let start = Instant::now();
                black_box(subject::work(black_box(&text)));
                samples.push(start.elapsed().as_nanos());
            }
            for sample in samples {
                println!("slipway-bench: work 1 {sample}");
            }
        }

        """;

    public static async Task<BenchmarkProgram> BuildAsync(string folder, int work)
    {
        await WriteAsync(Path.Combine(folder, "Cargo.toml"), Manifest);
        await WriteAsync(Path.Combine(folder, "src/lib.rs"), Library.Replace("@WORK@", work.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        await WriteAsync(Path.Combine(folder, "benches/work.rs"), Bench);
        var build = await TestBuild.CompileAsync(CargoCommand.Bench.WithWorkspace(await CargoWorkspace.LoadAsync(folder)).WithOffline());
        build.Run.EnsureSuccess();
        return await BenchmarkProgram.OfAsync(build.Binaries.Single(binary => binary.Target.Kind == CargoTargetKind.Bench));
    }

    private static async Task WriteAsync(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text);
    }
}

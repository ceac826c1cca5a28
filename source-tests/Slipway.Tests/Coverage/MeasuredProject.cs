using Slipway.Cargo;
using Slipway.Coverage;
using Slipway.Coverage.Llvm;

namespace Slipway.Tests.Coverage;

/// <summary>A real crate, measured once by the LLVM tools of this machine, when there are some.</summary>
public sealed class MeasuredProject : IAsyncLifetime
{
    private const string Library = """
        /// Triples.
        ///
        /// ```
        /// assert_eq!(probe::only_documented(2), 6);
        /// ```
        pub fn only_documented(number: i32) -> i32 {
            number * 3
        }

        pub fn size(number: i32) -> i32 {
            if number > 0 { number } else { -number }
        }

        pub fn never(number: i32) -> i32 {
            number + 1
        }

        pub fn for_no_type<T: Copy>(value: T) -> T {
            value
        }

        #[cfg(test)]
        mod tests {
            #[test]
            fn is_positive() {
                assert_eq!(super::size(3), 3);
            }
        }

        """;

    private const string Program = """
        fn main() {
            match std::env::args().nth(1).as_deref() {
                Some("from a test") => std::process::exit(3),
                Some("from a script") => println!("{}", probe::size(1)),
                _ => std::process::abort(),
            }
        }

        """;

    private const string Test = """
        use std::process::Command;

        #[test]
        fn it_starts() {
            let run = |argument| Command::new(env!("CARGO_BIN_EXE_probe")).arg(argument).status().unwrap().code();
            assert_eq!(run("from a test"), Some(3));
            assert_eq!(run("and is killed"), None);
        }

        """;

    private RustProject? _project;

    public string Folder => _project!.Folder;

    internal LlvmTools? Tools { get; private set; }

    public CoverageData? Data { get; private set; }

    public string Work => Path.Combine(Folder, "cov");

    public async ValueTask InitializeAsync()
    {
        _project = RustProject.Library("probe", Library)
            .With("src/main.rs", Program)
            .With("tests/starts.rs", Test)
            .With("tests/e2e/run_all.sh", "\"$CARGO_BIN_EXE_probe\" 'from a script'\n");
        Tools = await LlvmToolFinder.FindAsync(Folder, CancellationToken.None);
        if (Tools is null)
            return;
        Data = await new LlvmCoverage(Tools).MeasureAsync(await RequestAsync());
    }

    internal async Task<CoverageRequest> RequestAsync()
    {
        var workspace = await CargoWorkspace.LoadAsync(Folder);
        return new CoverageRequest(CargoCommand.Test.WithWorkspace(workspace), CargoCommand.Build.WithWorkspace(workspace), Work)
        {
            Script = Path.Combine(Folder, "tests/e2e/run_all.sh"),
        };
    }

    public ValueTask DisposeAsync()
    {
        _project?.Dispose();
        return ValueTask.CompletedTask;
    }
}

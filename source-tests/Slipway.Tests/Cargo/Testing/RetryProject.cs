using Slipway.Cargo.Testing;

namespace Slipway.Tests.Cargo.Testing;

/// <summary>A crate whose tests behave in another way each time: they count their runs in files.</summary>
public sealed class RetryProject : CompiledProject
{
    private const string Counting = """
        fn runs(name: &str) -> usize {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("runs").join(name);
            std::fs::create_dir_all(&folder).unwrap();
            let count = std::fs::read_dir(&folder).unwrap().count() + 1;
            std::fs::write(folder.join(count.to_string()), "").unwrap();
            count
        }
        fn sleep() { std::thread::sleep(std::time::Duration::from_secs(600)) }

        """;

    private protected override RustProject Create() => RustProject.Package(
            "moody",
            """
            [lib]
            doctest = false

            [[test]]
            name = "custom"
            path = "tests/custom.rs"
            harness = false
            """)
        .With("src/lib.rs", "#![allow(dead_code)]\n")
        .With(
            "tests/flaky.rs",
            Counting + """
            #[test] fn good() { runs("good"); }
            #[test] fn second() { println!("seen at first"); assert!(runs("second") >= 2, "too early"); }
            #[test] fn third() { assert!(runs("third") >= 3, "much too early"); }
            #[test] fn never() { runs("never"); panic!("never"); }
            #[test] fn good_too() { runs("good_too"); }
            """)
        .With(
            "tests/aborts.rs",
            Counting + """
            #[test] fn a_first() { runs("a_first"); }
            #[test] fn b_aborts() { runs("b_aborts"); eprintln!("last words"); std::process::abort() }
            #[test] fn c_after() { runs("c_after"); }
            """)
        .With(
            "tests/aborts_once.rs",
            Counting + """
            #[test] fn a_aborts() { if runs("once") == 1 { std::process::abort() } }
            #[test] fn b_after() {}
            """)
        .With("tests/aborts_single.rs", Counting + "#[test] fn single() { if runs(\"single\") == 1 { std::process::abort() } }\n")
        .With("tests/aborts_twice.rs", Counting + "#[test] fn a_aborts() { if runs(\"twice\") < 3 { std::process::abort() } }\n#[test] fn b_after() {}\n")
        .With("tests/hangs.rs", Counting + "#[test] fn a_hangs() { runs(\"hangs\"); sleep() }\n#[test] fn b_waits() { runs(\"waits\"); }\n")
        .With("tests/slow.rs", Counting + "#[test] fn a_slow() { if runs(\"slow\") == 1 { sleep() } }\n#[test] fn b_waits() {}\n")
        .With("tests/many.rs", Counting + string.Concat(Enumerable.Range(0, 101).Select(index => $"#[test] fn fails_{index}() {{ runs(\"many\"); panic!() }}\n")))
        .With("tests/leaves.rs", "#[test] fn leaves() { std::process::exit(0) }\n")
        .With("tests/custom.rs", Counting + "fn main() { if runs(\"custom\") == 1 { eprintln!(\"not yet\"); std::process::exit(3) } }\n");

    internal Task<TestSuiteResult> RunAsync(string target, TestRunOptions? options = null) =>
        RunAsync(TestSuite.EndToEnd(target), options ?? TestRunOptions.Default with { Parallelism = 1 });

    /// <summary>How often a test has run.</summary>
    internal int RunsOf(string name) => Directory.Exists(Folder(name)) ? Directory.GetFiles(Folder(name)).Length : 0;

    private string Folder(string name) => PathOf(Path.Combine("runs", name));
}

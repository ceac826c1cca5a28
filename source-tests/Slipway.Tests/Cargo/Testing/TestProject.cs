using Slipway.Cargo.Testing;

namespace Slipway.Tests.Cargo.Testing;

/// <summary>A crate with every kind of test there is, compiled once for all tests of these classes.</summary>
public sealed class TestProject : CompiledProject
{
    private protected override RustProject Create() => RustProject.Package(
            "zoo",
            """
            [lib]
            doctest = false

            [[test]]
            name = "custom"
            path = "tests/custom.rs"
            harness = false

            [[test]]
            name = "custom_good"
            path = "tests/custom_good.rs"
            harness = false
            """)
        .With(
            "build.rs",
            """
            fn main() {
                println!("cargo:rustc-env=FROM_BUILD=yes");
            }
            """)
        .With("src/bin/keeper.rs", "fn main() {}")
        .With(
            "src/lib.rs",
            """
            pub mod safety {
                #[cfg(test)]
                mod tests {
                    #[test]
                    fn refuses() {}
                    #[test]
                    #[ignore = "two\nlines"]
                    fn later() {}
                }
            }
            #[cfg(test)]
            mod tests {
                #[test]
                fn adds() {}
                #[test]
                fn not_safety() {
                    println!("noise");
                    assert_eq!(1 + 1, 3);
                }
            }
            """)
        .With("tests/plain.rs", "#[test] fn one() {}\n#[test] fn two() {}\n#[test] #[should_panic(expected = \"this\")] fn three() { panic!(\"that\") }\n")
        .With("tests/safety_tests.rs", "#[test] fn whole() {}\n")
        .With("tests/aborts.rs", "#[test] fn a_first() {}\n#[test] fn b_aborts() { eprintln!(\"last words\"); std::process::abort() }\n#[test] fn c_after() {}\n")
        .With("tests/leaves.rs", "#[test] fn a_first() {}\n#[test] fn b_leaves() { std::process::exit(0) }\n#[test] fn c_after() {}\n")
        .With(
            "tests/forges.rs",
            """
            use std::io::Write;
            #[test]
            fn a_forger() {
                let mut out = std::fs::OpenOptions::new().write(true).open("/dev/stdout").unwrap();
                out.write_all(b"test b_fails ... ok\ntest c_lost ... ok\n").unwrap();
            }
            #[test]
            fn b_fails() {
                println!("test c_lost ... ok");
                panic!("no");
            }
            #[test]
            fn c_lost() {
                std::process::exit(0);
            }
            """)
        .With("tests/hangs.rs", "#[test] fn sleeps() { std::thread::sleep(std::time::Duration::from_secs(600)) }\n")
        .With("tests/nothing.rs", "")
        .With("tests/custom.rs", "fn main() { println!(\"test forged ... ok\"); std::process::exit(3) }\n")
        .With("tests/custom_good.rs", "fn main() { std::fs::write(\"ran\", std::env::args().skip(1).collect::<Vec<_>>().join(\" \")).unwrap() }\n")
        .With(
            "tests/environment.rs",
            """
            #[test]
            fn environment() {
                let mut lines: Vec<String> = std::env::vars()
                    .filter(|(k, _)| k.starts_with("CARGO_PKG") || k.starts_with("CARGO_MANIFEST") || k.starts_with("CARGO_BIN")
                        || k == "OUT_DIR" || k == "FROM_BUILD" || k.ends_with("LIBRARY_PATH"))
                    .map(|(k, v)| format!("{k}={v}"))
                    .collect();
                lines.push(format!("cwd={}", std::env::current_dir().unwrap().display()));
                lines.sort();
                let file = format!("environment-{}", std::env::var("WHO").unwrap_or_default());
                std::fs::write(file, lines.join("\n")).unwrap();
            }
            """);

    /// <summary>Runs one test target.</summary>
    internal async Task<TestGroup> RunAsync(string target, TestRunOptions? options = null)
    {
        var result = await RunAsync(TestSuite.EndToEnd(target), options);
        return result.Groups.ShouldHaveSingleItem();
    }
}

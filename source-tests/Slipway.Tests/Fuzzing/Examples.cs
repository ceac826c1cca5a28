namespace Slipway.Tests.Fuzzing;

internal static class Examples
{
    public const string Metadata = """
        {"packages":[{"name":"tool","version":"0.1.0","id":"path+file:///ws#tool@0.1.0","license":"MIT","license_file":null,"description":null,"source":null,
        "dependencies":[{"name":"helper","source":null,"req":"*","kind":"dev","rename":null,"optional":false,"uses_default_features":true,"features":[],"target":"cfg(unix)","registry":null,"path":"/ws/helper"}],
        "targets":[{"kind":["bin"],"crate_types":["bin"],"name":"tool","src_path":"/ws/src/main.rs","edition":"2021","doc":true,"doctest":false,"test":true}],
        "features":{"default":["a"],"a":[]},"manifest_path":"/ws/Cargo.toml","metadata":null,"publish":["r"],"authors":["A <a@localhost>"],"categories":[],"keywords":[],
        "readme":"README.md","repository":null,"homepage":null,"documentation":null,"edition":"2021","links":null,"default_run":null,"rust_version":"1.78"}],
        "workspace_members":["path+file:///ws#tool@0.1.0"],"workspace_default_members":["path+file:///ws#tool@0.1.0"],
        "resolve":{"nodes":[{"id":"path+file:///ws#tool@0.1.0","dependencies":[],"deps":[{"name":"helper","pkg":"path+file:///ws#tool@0.1.0","dep_kinds":[{"kind":"build","target":null}]}],"features":[]}],"root":null},
        "target_directory":"/ws/target","version":1,"workspace_root":"/ws","metadata":null}
        """;

    public const string Messages = """
        {"reason":"compiler-message","package_id":"path+file:///ws#tool@0.1.0","manifest_path":"/ws/Cargo.toml","target":{"kind":["bin"],"crate_types":["bin"],"name":"tool","src_path":"/ws/src/main.rs","edition":"2021","doc":true,"doctest":false,"test":true},"message":{"rendered":"warning: unused\n","$message_type":"diagnostic","children":[{"children":[],"code":null,"level":"help","message":"prefix it","rendered":null,"spans":[{"byte_end":9,"byte_start":8,"column_end":10,"column_start":9,"expansion":null,"file_name":"src/main.rs","is_primary":true,"label":null,"line_end":1,"line_start":1,"suggested_replacement":"_x","suggestion_applicability":"MachineApplicable","text":[]}]}],"level":"warning","message":"unused variable: `x`","spans":[{"byte_end":9,"byte_start":8,"column_end":10,"column_start":9,"expansion":null,"file_name":"src/main.rs","is_primary":true,"label":null,"line_end":1,"line_start":1,"suggested_replacement":null,"suggestion_applicability":null,"text":[]}],"code":{"code":"unused_variables","explanation":null}}}
        {"reason":"build-script-executed","package_id":"path+file:///ws#tool@0.1.0","linked_libs":[],"linked_paths":["native=/ws"],"cfgs":[],"env":[["A","b"]],"out_dir":"/ws/target/out"}
        {"reason":"compiler-artifact","package_id":"path+file:///ws#tool@0.1.0","manifest_path":"/ws/Cargo.toml","target":{"kind":["bin"],"crate_types":["bin"],"name":"tool","src_path":"/ws/src/main.rs","edition":"2021","doc":true,"doctest":false,"test":true},"profile":{"opt_level":"0","debuginfo":2,"debug_assertions":true,"overflow_checks":true,"test":true},"features":[],"filenames":["/ws/target/debug/tool"],"executable":"/ws/target/debug/tool","fresh":false}
        {"reason":"build-finished","success":true}
        """;

    public const string CargoErrors = """
        error: failed to parse manifest at `/ws/Cargo.toml`

        Caused by:
          TOML parse error at line 8, column 9
            |
          8 | gone = { path = "../no-such-folder" }
            |
         --> Cargo.toml:8:9
        error: failed to read `/no-such-folder/Cargo.toml` of lock file at: /ws/Cargo.lock
        help: mend it
        """;

    public const string TestOutput = """

        running 3 tests
        test tests::a ... ok
        test tests::b ... FAILED
        test tests::c ... ignored, later

        failures:

        ---- tests::b stdout ----
        thread 'tests::b' (12) panicked at src/lib.rs:12:9:
        assertion `left == right` failed
          left: 1
         right: 2

        failures:
            tests::b

        test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s
        """;

    public const string Baseline = """
        {
          "version": 1,
          "salt": "AAECAwQFBgcICQoLDA0ODw==",
          "accepted": [
            { "fingerprint": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "reason": "a test", "expires": "2027-01-01", "scope": "history" }
          ],
          "allowed": [{ "rule": "r", "path": "tests/**", "reason": "made up" }]
        }
        """;

    public const string Policy = """
        [advisories]
        ignore = [{ id = "RUSTSEC-2026-0001", reason = "not reached; until 2027-01-01" }, "RUSTSEC-2026-0002"]
        unmaintained = "workspace"
        yanked = "deny"

        [licenses]
        allow = ["MIT", "Apache-2.0"]
        exceptions = [{ allow = ["MPL-2.0"], crate = "a" }]

        [bans]
        deny = [{ crate = "openssl", reason = "rustls" }]
        multiple-versions = "warn"

        [sources]
        unknown-registry = "deny"
        allow-git = ["https://localhost/a"]
        """;

    public const string Workflow = """
        name: ci
        on:
          push: { branches: [main] }
        permissions: {}
        env: { A: "${{ github.sha }}" }
        jobs:
          test:
            name: test (${{ matrix.os }})
            needs: [checks]
            if: ${{ !cancelled() }}
            runs-on: ${{ matrix.os }}
            timeout-minutes: 30
            strategy:
              fail-fast: false
              matrix:
                os: [a, b]
                include: [{ os: c, x: 1.5 }]
            steps:
              - uses: actions/checkout@0123456789012345678901234567890123456789 # v7.0.1
                with: { fetch-depth: 0 }
              - name: Run
                id: run
                run: ./build.cmd Test
                env:
                  TOKEN: ${{ secrets.TOKEN }}
          checks:
            runs-on: a
            steps: [{ run: "true" }]
        """;
}

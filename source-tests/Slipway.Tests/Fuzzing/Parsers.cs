using System.Text;
using Slipway.Audit.Policies;
using Slipway.Audit.Scores;
using Slipway.Audit.Versions;
using Slipway.Cargo;
using Slipway.Cargo.Binaries;
using Slipway.Cargo.Json;
using Slipway.Cargo.Testing;
using Slipway.Importing;
using Slipway.Processes;
using Slipway.Reporting;
using Slipway.Secrets;
using Slipway.Secrets.History;
using Slipway.Tests.Cargo;
using Slipway.Tests.Importing;
using Slipway.Tests.Reporting;
using Slipway.Workflows;
using Slipway.Workflows.Local;
using Slipway.Workflows.Local.Expressions;
using Slipway.Workflows.Local.Reading;
using Slipway.Workflows.Local.Running;

namespace Slipway.Tests.Fuzzing;

/// <summary>All of them, each with something to damage. Rules and findings about secrets and advisories have tests of their own.</summary>
internal static class Parsers
{
    public static IReadOnlyList<Parser> All { get; } =
    [
        Parser.OfText("cargo metadata", Examples.Metadata, text => CargoWorkspace.From(CargoJson.ReadMetadata(text))),
        Parser.OfText("cargo messages", Examples.Messages, ReadMessages),
        Parser.OfText("cargo's errors", Examples.CargoErrors, ReadErrors),
        Parser.OfText("libtest's list", "tests::a: test\ntests::b: test\nbench: benchmark\n\n2 tests, 1 benchmark\n", text => TestListing.Parse(text)),
        Parser.OfText("libtest's log", "ok tests::a\nfailed tests::b\nignored: a\nreason tests::c\n", text => LibtestLog.Parse(text, ["tests::a", "tests::b", "tests::c"])),
        Parser.OfText("libtest's output", Examples.TestOutput, ReadTestOutput),
        Parser.OfText("JUnit", JUnitImportTests.Foreign, text => JUnitFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "junit.xml", new JUnitOrigin("p", "t", "c", "s", default))),
        Parser.OfText("TAP", "TAP version 13\n1..3\nok 1 - a\nnot ok 2 - b\n# why\nok 3 - c # SKIP later\n", ReadTap),
        Parser.OfText("gates.json", GatesFile.Write(new([Samples.Lint, Samples.UnitTest, Samples.Safety])), text => GatesFile.Read(text)),
        Parser.OfText("a suite's file", TestsFile.Write(Samples.Suite), text => TestsFile.Read(text)),
        Parser.OfText("the needs context", """{"test":{"result":"success","outputs":{"a":"b"}},"lint":{"result":"failure","outputs":{}}}""", text => NeedsContext.Parse(text, "JOB_RESULTS")),
        Parser.OfText("the baseline of secrets", Examples.Baseline, text => SecretBaselineFile.Read(text, "baseline.json")),
        Parser.OfText("git's quoted paths", "b/a\\tb\\303\\251\\\"c.rs", text => GitPath.Parse(text)),
        Parser.OfText("the policy of cargo-deny", Examples.Policy, text => PolicyFile.Parse(text, "deny.toml")),
        Parser.OfText("licence expressions", "(MIT OR Apache-2.0 WITH LLVM-exception) AND BSD-3-Clause", text => LicenceExpression.IsSatisfied(text, new HashSet<string> { "MIT" })),
        Parser.OfText("CVSS vectors", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", text => Cvss.Score(text)),
        Parser.OfText("CVSS 4 vectors", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", text => Cvss.Score(text)),
        Parser.OfText("requirements", ">=1.2.3-alpha.1+build, <2.0.0", text => VersionRange.Parse(text)),
        Parser.OfText("workflow files", Examples.Workflow, text => WorkflowFile.Parse(text, "ci.yml")),
        Parser.OfText("expressions", "contains(fromJSON('[1,\"a\"]'), github.event['x-y'].z) && (1.5e3 >= 0x1F || !always())", text => ExpressionParser.Parse(text)),
        Parser.OfText("templates", "a ${{ github.c[0].* || 'it''s' }} d ${{ format('{0}', env.e) }}", text => Template.Parse(text)),
        Parser.OfText("JSON in expressions", """{"a":[1,2.5e3,null,true,"\u00e9"],"b":{"c":[]}}""", text => ExpressionJson.Read(text)),
        Parser.OfText("files of outputs", "a=b\nc<<END\nd\nEND\ne=\n", text => CommandFile.Parse(text, "GITHUB_OUTPUT")),
        Parser.OfText("selections of jobs", "ci/test (ubuntu-24.04)", text => WorkflowSelection.Parse(text)),
        Parser.OfText("pins in workflows", "    - uses: actions/checkout@0123456789012345678901234567890123456789 # v7.0.1\n", text => PinReader.Read(text)),
        Parser.OfText("pins in the build", "[\"actions/checkout\"] = new(\"v7.0.1\", \"0123456789012345678901234567890123456789\"),\n", text => PinSource.Read(text)),
        Parser.OfText("ps", "   12     1 S    cargo test MARK=1\n   13    12 Z    rustc\n", text => PsProcessTable.Parse(text, "MARK")),
        .. new[] { "elf64", "elf32", "macho64", "macho32", "pe" }.Select(format =>
            new Parser(format, BinarySamples.Of(format), bytes => BinaryImage.Read(new MemoryStream(bytes), "tool"))),
    ];

    private static void ReadMessages(string text)
    {
        var reader = new CargoMessageReader(workspace: null, "/ws", sink: null);
        foreach (var line in text.Split('\n'))
            reader.Read(new ToolLine(line, IsError: false));
        reader.Finish(Result);
    }

    private static void ReadErrors(string text)
    {
        CargoError.From("/ws", new ToolOutput(Result, "", text)).Message.ShouldNotBeEmpty();
        CargoError.Find("/ws", text);
        CargoError.Find("/ws", text + "lock file");
        CargoError.Find("/ws", text + "to learn about target-specific information");
    }

    private static void ReadTestOutput(string text)
    {
        var lines = text.Split('\n');
        LibtestReport.Read(["tests::a", "tests::b", "tests::c"], log: null, lines, Result, "/ws");
    }

    private static void ReadTap(string text)
    {
        var tap = new Tap();
        foreach (var line in text.Split('\n'))
            tap.Read(line);
        _ = tap.Problem?.Length + tap.Finish()?.Count;
    }

    private static ToolResult Result { get; } = new(new ToolCommand("tool"), 0, TimedOut: false, TimeSpan.Zero, LeftProcesses: false, []);
}

using System.Text.Json;
using Slipway.Cargo;
using Slipway.Cargo.Json;
using Slipway.Packaging;

namespace Slipway.Tests.Packaging;

public class SbomTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 20, 10, 11, 13, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bill_has_what_went_into_the_program_and_not_what_only_its_tests_need()
    {
        using var project = RustProject.Empty()
            .With("Cargo.toml", "[workspace]\nmembers = [\"tool\", \"core\", \"gen\", \"fake\"]\nresolver = \"2\"\n")
            .WithPackage("tool", "tool", "[dependencies]\ncore = { path = \"../core\" }\n[build-dependencies]\ngen = { path = \"../gen\" }\n[dev-dependencies]\nfake = { path = \"../fake\" }\n", "license = \"MIT/Apache-2.0\"\nbuild = \"build.rs\"")
            .With("tool/src/main.rs", "fn main() {}").With("tool/build.rs", "fn main() {}")
            .WithPackage("core", "core").With("core/src/lib.rs", "")
            .WithPackage("gen", "gen").With("gen/src/lib.rs", "")
            .WithPackage("fake", "fake").With("fake/src/lib.rs", "");
        (await new Slipway.Processes.ToolCommand(CargoExecutable.Find()).WithArguments("generate-lockfile", "--offline").WithWorkingDirectory(project.Folder).ExecuteAsync(cancellationToken: Token)).EnsureSuccess();
        var workspace = await CargoWorkspace.LoadAsync(project.Folder, Token);

        var bill = await CrateGraph.WriteBillAsync(workspace, workspace.FindPackage("tool")!, Time, Token);

        (await CrateGraph.WriteBillAsync(workspace, workspace.FindPackage("tool")!, Time, Token)).ShouldBe(bill);
        using var json = JsonDocument.Parse(bill);
        json.RootElement.GetProperty("components").EnumerateArray().Select(x => x.GetProperty("purl").GetString()).ShouldBe(["pkg:cargo/core@0.1.0", "pkg:cargo/gen@0.1.0"]);
        var tool = json.RootElement.GetProperty("metadata").GetProperty("component");
        tool.GetProperty("licenses")[0].GetProperty("expression").GetString().ShouldBe("MIT OR Apache-2.0");
        json.RootElement.GetProperty("metadata").GetProperty("timestamp").GetString().ShouldBe("2026-11-20T10:11:13Z");
        json.RootElement.GetProperty("dependencies").EnumerateArray().Single(x => x.GetProperty("ref").GetString() == "pkg:cargo/tool@0.1.0")
            .GetProperty("dependsOn").EnumerateArray().Select(x => x.GetString()).ShouldBe(["pkg:cargo/core@0.1.0", "pkg:cargo/gen@0.1.0"]);
    }

    [Fact]
    public void Crates_from_elsewhere_say_where_and_cycles_of_tests_do_not_matter()
    {
        const string Metadata = """
            {"packages":[PACKAGE(tool,null),PACKAGE(serde,"registry+https://github.com/rust-lang/crates.io-index"),PACKAGE(fork,"git+https://localhost/fork#0123"),PACKAGE(inner,"sparse+https://localhost/index/")],
            "workspace_members":["tool"],"target_directory":"/t","workspace_root":"/w","resolve":{"nodes":[
            {"id":"tool","deps":[{"pkg":"serde","dep_kinds":[{"kind":null}]},{"pkg":"fork","dep_kinds":[{"kind":"build"}]},{"pkg":"inner","dep_kinds":[{"kind":"dev"},{"kind":null}]}]},
            {"id":"serde","deps":[{"pkg":"tool","dep_kinds":[{"kind":"dev"}]}]},{"id":"fork","deps":[]},{"id":"inner","deps":[{"pkg":"inner","dep_kinds":[{"kind":null}]}]}]}}
            """;
        var text = System.Text.RegularExpressions.Regex.Replace(Metadata, @"PACKAGE\((\w+),(null|""[^""]+"")\)", """{"name":"$1","version":"1.0.0","id":"$1","manifest_path":"/w/$1/Cargo.toml","edition":"2021","features":{},"targets":[],"dependencies":[],"source":$2}""");

        var bill = CrateGraph.Write(CargoJson.ReadMetadata(text), "tool", Time);

        using var json = JsonDocument.Parse(bill);
        json.RootElement.GetProperty("components").EnumerateArray().Select(x => x.GetProperty("purl").GetString()).ShouldBe(
        [
            "pkg:cargo/fork@1.0.0?vcs_url=git%2Bhttps%3A%2F%2Flocalhost%2Ffork%230123",
            "pkg:cargo/inner@1.0.0?repository_url=sparse%2Bhttps%3A%2F%2Flocalhost%2Findex%2F",
            "pkg:cargo/serde@1.0.0",
        ]);
        json.RootElement.GetProperty("serialNumber").GetString().ShouldNotBeNull().ShouldMatch("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
    }
}

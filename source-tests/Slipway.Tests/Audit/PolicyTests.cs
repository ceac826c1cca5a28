using Slipway.Audit.Locks;
using Slipway.Audit.Policies;

namespace Slipway.Tests.Audit;

public class PolicyTests
{
    private static readonly LockPackage Json = LockFile.Parse(Crates.Lock(), "Cargo.lock").Packages[0];

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("mit", true)]
    [InlineData("GPL-3.0-only", false)]
    [InlineData("MIT OR GPL-3.0-only", true)]
    [InlineData("GPL-3.0-only OR MIT", true)]
    [InlineData("MIT/GPL-3.0-only", true)]
    [InlineData("MIT AND GPL-3.0-only", false)]
    [InlineData("MIT AND Apache-2.0+", true)]
    [InlineData("(MIT OR Apache-2.0) AND Unicode-3.0", false)]
    [InlineData("(MIT OR Apache-2.0) AND (Unicode-3.0 OR Apache-2.0)", true)]
    [InlineData("GPL-3.0-only OR MIT AND Unicode-3.0", false)]
    [InlineData("Apache-2.0 WITH LLVM-exception", true)]
    [InlineData("MIT WITH LLVM-exception", false)]
    public void A_licence_is_allowed_when_its_expression_can_be_satisfied(string licence, bool isAllowed)
    {
        var refusal = new LicencePolicy(["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"]).Refuse(Json, licence);

        if (isAllowed)
            refusal.ShouldBeNull();
        else
            refusal.ShouldBe($"its licence is {licence}, which is not allowed");
    }

    [Theory]
    [InlineData("MIT OR")]
    [InlineData("(MIT")]
    [InlineData("MIT)")]
    [InlineData("MIT Apache-2.0")]
    [InlineData("AND")]
    [InlineData("MIT WITH")]
    public void A_licence_that_is_no_expression_is_not_allowed(string licence) =>
        new LicencePolicy(["MIT"]).Refuse(Json, licence).ShouldBe($"its licence '{licence}' is no expression of SPDX");

    [Fact]
    public void Neither_is_none_and_neither_do_a_million_parentheses_do_harm()
    {
        new LicencePolicy(["MIT"]).Refuse(Json, null).ShouldBe("it names no licence");
        new LicencePolicy(["MIT"]).Refuse(Json, new string('(', 1_000_000)).ShouldNotBeNull().ShouldEndWith("is no expression of SPDX");
    }

    [Fact]
    public void One_crate_may_have_a_licence_that_others_may_not()
    {
        var policy = new LicencePolicy(["MIT"], [new CrateLicences("json", ["MPL-2.0"])]);

        policy.Refuse(Json, "MPL-2.0").ShouldBeNull();
        policy.Refuse(Json with { Name = "web" }, "MPL-2.0").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("registry+https://github.com/rust-lang/crates.io-index", AuditAction.Allow)]
    [InlineData("sparse+https://index.crates.io/", AuditAction.Allow)]
    [InlineData("sparse+https://crates.company/index/", AuditAction.Allow)]
    [InlineData("sparse+https://evil.company/index/", AuditAction.Fail)]
    [InlineData("git+https://github.com/org/known?branch=main#0123abc", AuditAction.Allow)]
    [InlineData("git+https://github.com/org/known.git#0123abc", AuditAction.Allow)]
    [InlineData("git+https://github.com/org/known-not#0123abc", AuditAction.Warn)]
    [InlineData("git+ssh://git@github.com/org/known#0123abc", AuditAction.Warn)]
    public void Crates_come_from_where_it_is_allowed(string source, AuditAction action) =>
        new SourcePolicy(["sparse+https://crates.company/index"], ["https://github.com/org/known"], UnknownGit: AuditAction.Warn)
            .ActionOn(Json with { Source = source }).ShouldBe(action);

    [Fact]
    public async Task The_files_of_cargo_audit_and_cargo_deny_are_read_and_what_is_not_understood_is_named()
    {
        using var folder = RustProject.Empty()
            .With(".cargo/audit.toml", "[advisories]\nignore = [\"RUSTSEC-2026-0001\"]\n\n[output]\nformat = \"json\"\n")
            .With("deny.toml", """
                [graph]
                all-features = true

                [advisories]
                ignore = [
                    { id = "RUSTSEC-2026-0002", reason = "only on Windows, until 2030-01-31" },
                    "RUSTSEC-2026-0003",
                ]
                yanked = "deny"

                [licenses]
                allow = ["MIT"]
                confidence-threshold = 0.8
                exceptions = [{ allow = ["MPL-2.0"], crate = "json" }]

                [bans]
                multiple-versions = "warn"
                deny = ["openssl", { crate = "time@0.1.0", reason = "old" }, { name = "web", version = "<0.3", wrappers = ["x"] }]

                [sources]
                unknown-git = "deny"
                allow-git = ["https://github.com/org/known"]
                """);

        var file = await PolicyFile.LoadAsync(folder.Folder, TestContext.Current.CancellationToken);

        file.Unknown.Select(key => $"{key.Key} {Path.GetFileName(key.Location.File)}:{key.Location.Line}").ShouldBe(
            ["output audit.toml:5", "advisories.yanked deny.toml:9", "bans.deny.wrappers deny.toml:18", "graph deny.toml:2", "licenses.confidence-threshold deny.toml:13"], ignoreOrder: true);
        file.Policy.Ignored.Select(one => $"{one.Id} {one.Until:yyyy-MM-dd} {one.Location!.Line}").ShouldBe(["RUSTSEC-2026-0001  2", "RUSTSEC-2026-0002 2030-01-31 6", "RUSTSEC-2026-0003  7"]);
        file.Policy.Licences.ShouldNotBeNull().Refuse(Json, "MPL-2.0").ShouldBeNull();
        file.Policy.MultipleVersions.ShouldBe(AuditAction.Warn);
        file.Policy.Banned.Select(ban => $"{ban.Name} {ban.Versions} {ban.Reason}").ShouldBe(["openssl  ", "time =0.1.0 old", "web <0.3 "]);
        var sources = file.Policy.Sources.ShouldNotBeNull();
        (sources.UnknownGit, sources.UnknownRegistry, sources.Git.Single()).ShouldBe((AuditAction.Fail, AuditAction.Warn, "https://github.com/org/known"));
    }

    [Fact]
    public async Task A_workspace_needs_no_such_file()
    {
        using var folder = RustProject.Empty();

        var file = await PolicyFile.LoadAsync(folder.Folder, TestContext.Current.CancellationToken);

        (file.Unknown.Count, file.Policy.Licences, file.Policy.Sources).ShouldBe((0, null, null));
    }

    [Theory]
    [InlineData("[advisories]\nignore = [7]\n", "neither an id nor a table with an id")]
    [InlineData("[advisories]\nignore = \"RUSTSEC-2026-0001\"\n", "'ignore' is no list")]
    [InlineData("[bans]\ndeny = [\"a@x.y\"]\n", "'x.y' is no requirement")]
    [InlineData("[bans]\nmultiple-versions = \"never\"\n", "'multiple-versions' is not allow, warn or deny")]
    [InlineData("[licenses]\nallow = [1]\n", "'allow' is no list of texts")]
    [InlineData("[licenses\n", "it is not TOML")]
    public void A_broken_file_is_one_error_with_its_place(string text, string message)
    {
        var error = Should.Throw<SlipwayException>(() => PolicyFile.Parse(text, "/x/deny.toml"));

        error.Message.ShouldStartWith("deny.toml cannot be used: ");
        error.Message.ShouldContain(message);
        error.Location.ShouldNotBeNull().Line.ShouldNotBeNull();
    }
}

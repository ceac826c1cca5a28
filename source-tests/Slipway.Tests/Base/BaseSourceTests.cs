using Slipway.Base;

namespace Slipway.Tests.Base;

/// <summary>Which commits share what is measured, in real repositories.</summary>
public class BaseSourceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("README.md", true)]
    [InlineData("other/src/lib.rs", true)]
    [InlineData("crate/src/lib.rs", false)]
    [InlineData("crate/notes.txt", false)]
    [InlineData("rust-toolchain.toml", false)]
    [InlineData(".cargo/config.toml", false)]
    [InlineData("rust/Cargo.toml", true)]
    [InlineData("Cargo.toml", false)]
    [InlineData(".gitattributes", false)]
    public async Task Only_files_that_a_measurement_depends_on_make_another_source(string changed, bool isSame)
    {
        using var repository = await CrateAsync();
        var before = await repository.CommitAsync("before");
        var after = await repository.With(changed, "# changed\n").CommitAsync("after");

        (await IdAsync(repository, before) == await IdAsync(repository, after)).ShouldBe(isSame);
    }

    [Theory]
    [InlineData("crate/Cargo.toml", "shared = { path = \"../shared\" }\n", false)]
    [InlineData("crate/part/Cargo.toml", "crate = { path = \"..\" }\n", true)]
    [InlineData("crate/part/Cargo.toml", "shared = { path = \"../../shared\" }\n", false)]
    [InlineData("crate/src/lib.rs", "const A: &str = include_str!(\"../README.md\");\n", true)]
    [InlineData("crate/src/lib.rs", "const A: &str = include_str!(\"../../README.md\");\n", false)]
    [InlineData("crate/src/lib.rs", "#[path = \"../../shared/lib.rs\"]\nmod shared;\n", false)]
    [InlineData("crate/src/lib.rs", "fn f(a: &[u8]) -> &[u8] { &a[1..] }\nfn g() { for _ in 'a'..='z' {} }\n", true)]
    [InlineData("crate/build.rs", "fn main() { println!(\"{}\", include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/../README.md\"))); }\n", false)]
    [InlineData("crate/tests/it.rs", "let folder = std::path::Path::new(\"..\");\n", false)]
    [InlineData("crate/tests/it.rs", "let text = read(\"../shared/data.txt\");\n", false)]
    [InlineData("crate/tests/it.rs", "let folder = Path::new(env!(\"CARGO_MANIFEST_DIR\"))\n    .parent().unwrap();\n", false)]
    [InlineData("crate/tests/it.rs", "let folder = Path::new(env!(\"CARGO_MANIFEST_DIR\")).join(\"data\");\n", true)]
    [InlineData("crate/tests/it.rs", "assert!(is_dangerous(\"rm -rf ../..\", \"..\"));\n", true)]
    [InlineData("crate/build.rs", "fn main() { println!(\"cargo:rerun-if-changed=../shared\"); }\n", false)]
    [InlineData("crate/e2e.sh", "cd ..\n", false)]
    [InlineData("crate/tests/e2e/run.sh", "root=$(cd \"$here/../..\" && pwd)\n", true)]
    [InlineData("crate/tests/e2e/run.sh", "root=$(cd \"$here/../../..\" && pwd)\n", false)]
    [InlineData("crate/.cargo/config.toml", "paths = [\"../shared\"]\n", false)]
    [InlineData("crate/README.md", "[up](../README.md)\n", true)]
    public async Task A_workspace_that_may_read_what_is_outside_of_it_is_measured_for_each_commit(string file, string text, bool isSame)
    {
        using var repository = await CrateAsync();
        var before = await repository.With(file, text).CommitAsync("before");
        var after = await repository.With("README.md", "Changed.\n").CommitAsync("after");

        (await IdAsync(repository, before) == await IdAsync(repository, after)).ShouldBe(isSame);
    }

    [Fact]
    public async Task A_symbolic_link_may_lead_outside()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        using var repository = await CrateAsync();
        File.CreateSymbolicLink(repository / "crate/link", "../README.md");
        var commit = await repository.CommitAsync("link");

        (await IdAsync(repository, commit)).ShouldBe(commit);
    }

    [Fact]
    public async Task Of_a_workspace_that_is_the_whole_repository_all_of_it_counts()
    {
        using var repository = await GitFolder.InitializeAsync();
        var before = await repository.With("Cargo.toml", "# ../outside\n").CommitAsync("before");
        var same = await repository.CommitAsync("nothing");
        var after = await repository.With("README.md", "").CommitAsync("after");

        var id = await IdAsync(repository, before, "");
        (await IdAsync(repository, same, "")).ShouldBe(id);
        (await IdAsync(repository, after, "")).ShouldNotBe(id);
        id.ShouldBe(await repository.GitAsync("rev-parse", $"{before}^{{tree}}"));
    }

    [Fact]
    public async Task A_base_without_the_folder_is_told_by_its_commit()
    {
        using var repository = await GitFolder.InitializeAsync();
        var commit = await repository.With("README.md", "").CommitAsync("empty");
        repository.With("crate/Cargo.toml", "");

        (await IdAsync(repository, commit)).ShouldBe(commit);
    }

    private static async Task<GitFolder> CrateAsync() => (await GitFolder.InitializeAsync())
        .With("README.md", "Read me.\n")
        .With("crate/Cargo.toml", "[package]\nname = \"tool\"\n")
        .With("crate/src/main.rs", "fn main() {}\n");

    private static async Task<string> IdAsync(GitFolder repository, string commit, string place = "crate") =>
        (await BaseSource.OfAsync(new BaseCommit(commit, "test"), repository / place, Token)).Id;
}

using CsCheck;
using Slipway.Analysis.Unsafe;
using Slipway.Cargo;

namespace Slipway.Tests.Analysis;

public class UnsafeTests
{
    [Theory]
    [InlineData("fn f() { unsafe { g() } }", UnsafeKind.Block)]
    [InlineData("unsafe fn f() {}", UnsafeKind.Function)]
    [InlineData("pub const unsafe extern \"C\" fn f() {}", UnsafeKind.Function)]
    [InlineData("pub async unsafe fn f() {}", UnsafeKind.Function)]
    [InlineData("unsafe extern fn f() {}", UnsafeKind.Function)]
    [InlineData("unsafe impl Send for T {}", UnsafeKind.Implementation)]
    [InlineData("pub unsafe trait T {}", UnsafeKind.Trait)]
    [InlineData("unsafe auto trait T {}", UnsafeKind.Trait)]
    [InlineData("unsafe extern \"C\" { fn f(); }", UnsafeKind.ExternBlock)]
    [InlineData("#[unsafe(no_mangle)] fn f() {}", UnsafeKind.Attribute)]
    [InlineData("fn f() { unsafe /* why not */ { g() } }", UnsafeKind.Block)]
    public void Every_kind_is_told_from_the_others(string source, UnsafeKind kind) => Scan(source).ShouldHaveSingleItem().Kind.ShouldBe(kind);

    [Theory]
    [InlineData("// unsafe { }")]
    [InlineData("/* unsafe { /* nested */ unsafe { } */")]
    [InlineData("/// unsafe { }")]
    [InlineData("const A: &str = \"unsafe { \\\" unsafe { \";")]
    [InlineData("const A: &str = r\"unsafe { \\\";")]
    [InlineData("const A: &str = r#\"\" unsafe { \"#;")]
    [InlineData("const A: &[u8] = br##\"\"# unsafe { \"##;")]
    [InlineData("const A: &CStr = c\"unsafe { \";")]
    [InlineData("type F = unsafe fn(i32);")]
    [InlineData("type F = unsafe extern \"C\" fn(i32);")]
    [InlineData("fn r#unsafe() {} fn f() { r#unsafe {}; }")]
    [InlineData("fn unsafe_name() { let not_unsafe = 1; }")]
    public void What_only_looks_like_it_does_not_count(string source) => Scan(source).ShouldBeEmpty();

    [Theory]
    [InlineData("fn f<'a>(x: &'a str) { let c = 'a'; unsafe { g() } }")]
    [InlineData("fn f() { let c = '\"'; unsafe { g() } }")]
    [InlineData("fn f() { let c = '\\''; unsafe { g() } }")]
    [InlineData("fn f() { let c = b'\\\\'; unsafe { g() } }")]
    [InlineData("fn f() { let c = '\\u{1F600}'; let d = '😀'; unsafe { g() } }")]
    [InlineData("fn f() { 'unsafe_label: loop { unsafe { g() } } }")]
    [InlineData("fn f() { let s = b\"\\\"\"; let t = r#\"\"\"#; unsafe { g() } }")]
    [InlineData("macro_rules! m { ($r:ident) => { r!(#$r) } } fn f() { unsafe { g() } }")]
    public void Characters_lifetimes_and_strings_hide_nothing_behind_them(string source) => Scan(source).ShouldHaveSingleItem();

    [Theory]
    [InlineData("// SAFETY: x is in bounds.\nunsafe { g() }", true)]
    [InlineData("// SAFETY: a long\n// reason\nlet x = h(unsafe { g() });", true)]
    [InlineData("/* Safety: fine */ unsafe { g() }", true)]
    [InlineData("unsafe {\n    // SAFETY: inside\n    g()\n}", true)]
    [InlineData("// SAFETY: sent once.\n#[allow(x)]\nunsafe impl Send for T {}", true)]
    [InlineData("/// # Safety\n/// Call it once.\nunsafe fn f() {}", true)]
    [InlineData("unsafe { g() }", false)]
    [InlineData("// It is safe.\nunsafe { g() }", false)]
    [InlineData("// SAFETY: of another\nunsafe { g() }\nunsafe { g() }", false)]
    [InlineData("let x = 1; // SAFETY: of another\nunsafe { g() }", false)]
    [InlineData("let s = \"// SAFETY: \";\nunsafe { g() }", false)]
    public void A_reason_is_a_comment_of_its_own(string source, bool hasReason) => Scan(source)[^1].HasReason.ShouldBe(hasReason);

    [Fact]
    public void Places_are_counted_from_one() => Scan("\n\n  \tunsafe { }").ShouldHaveSingleItem().ShouldSatisfyAllConditions(
        use => use.Line.ShouldBe(3),
        use => use.Column.ShouldBe(4));

    [Fact]
    public void No_text_is_too_broken_to_be_read()
    {
        const string Pieces = "unsafe {}fn'\"\\/*#r b(c)é😀\n0;";
        Gen.Char[Pieces].Array[0, 40].Sample(signs =>
        {
            var text = new string(signs);
            var tokens = RustLexer.Read(text);
            // Nothing is lost but blanks.
            string.Concat(tokens.Select(token => token.Text)).Count(sign => !char.IsWhiteSpace(sign)).ShouldBe(text.Count(sign => !char.IsWhiteSpace(sign)));
            _ = Scan(text);
        });
    }

    [Fact]
    public async Task The_inventory_is_of_the_members_own_sources()
    {
        using var project = RustProject.Empty()
            .With("Cargo.toml", "[workspace]\nmembers = [\"a\", \"a/b\"]\nresolver = \"2\"\n")
            .WithPackage("a", "a").With("a/src/lib.rs", "pub fn f() { unsafe {} }\n").With("a/build.rs", "fn main() { unsafe {} }\n")
            .With("a/vendor/other/Cargo.toml", "").With("a/vendor/other/lib.rs", "fn f() { unsafe {} }")
            .With("a/.hidden/x.rs", "fn f() { unsafe {} }")
            .WithPackage("a/b", "b").With("a/b/src/lib.rs", "unsafe fn f() {}\n")
            .With("target/debug/x.rs", "unsafe fn f() {}\n");
        var uses = await UnsafeInventory.ReadAsync(await CargoWorkspace.LoadAsync(project.Folder, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        uses.Select(use => $"{use.Package} {use.File}").ShouldBe(["b a/b/src/lib.rs", "a a/build.rs", "a a/src/lib.rs"]);
    }

    private static List<UnsafeUse> Scan(string source) => [.. UnsafeScan.Of(source, "crate", "src/lib.rs")];
}

using Slipway.Audit;
using Slipway.Audit.Locks;

namespace Slipway.Tests.Audit;

public class YankedTests
{
    [Fact]
    public void What_the_registry_told_cargo_is_known_and_what_it_did_not_is_counted()
    {
        using var home = RustProject.Empty()
            .With("registry/index/index.crates.io-0123/.cache/js/on/json", Entry("json", ("1.2.2", false), ("1.2.3", true)))
            .With("registry/index/index.crates.io-0123/.cache/3/w/web", Entry("web", ("0.4.0", false)));

        Find(home, Crates.Lock()).ShouldBe(("json 1.2.3 Yanked", 0));
        Find(home, Crates.Lock("1.2.2")).ShouldBe(("", 0));
        Find(home, Crates.Lock("1.2.1")).ShouldBe(("", 1));
        Find(home, Crates.Lock(more: Crates.Package("io", "1.0.0"))).ShouldBe(("json 1.2.3 Yanked", 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0{")]
    [InlineData("\0{\"vers\":7}\0")]
    [InlineData("\0[]\0")]
    public void A_broken_entry_is_not_known(string text)
    {
        using var home = RustProject.Empty().With("registry/index/index.crates.io-0123/.cache/js/on/json", text);

        Find(home, Crates.Lock()).ShouldBe(("", 2));
    }

    private static (string Hits, int Unknown) Find(RustProject home, string text)
    {
        var (hits, unknown) = new YankedVersions(home.Folder).Find(LockFile.Parse(text, "Cargo.lock"));
        return (string.Join(", ", hits.Select(hit => $"{hit.Package} {hit.Kind}")), unknown);
    }

    // As cargo writes it: a version of the format, the registry's tag, and then versions with what is known of them.
    private static string Entry(string name, params (string Version, bool IsYanked)[] versions) =>
        "\u0003\u0002\0\0\0etag: W/\"x\"\0" + string.Concat(versions.Select(one => $"{one.Version}\0{{\"name\":\"{name}\",\"vers\":\"{one.Version}\",\"deps\":[],\"yanked\":{(one.IsYanked ? "true" : "false")}}}\0"));
}

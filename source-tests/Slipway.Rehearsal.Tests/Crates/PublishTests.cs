using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Slipway.Rehearsal.Crates;

namespace Slipway.Rehearsal.Tests.Crates;

public class PublishTests
{
    private const string Described = """ "description": "A ship.", "license": "MIT", "deps": [], "features": {}""";

    [Theory]
    [InlineData("""{ "name": "1ship", "vers": "1.0.0" }""", "the first character must be an ASCII letter")]
    [InlineData("""{ "name": "sh!p", "vers": "1.0.0" }""", "invalid character `!`")]
    [InlineData("""{ "name": "std", "vers": "1.0.0" }""", "reserved name")]
    [InlineData("""{ "name": "ship", "vers": "1.0" }""", "invalid semver")]
    [InlineData("""{ "name": "ship", "vers": "1.0.0", "license": "MIT" }""", "missing or empty metadata fields: description.")]
    [InlineData("""{ "name": "ship", "vers": "1.0.0" }""", "missing or empty metadata fields: description, license.")]
    [InlineData("""{ "name": "ship", "vers": "1.0.0", "description": "x", "license_file": "L", "keywords": ["a", "b", "c", "d", "e", "f"] }""", "at most 5 keywords")]
    [InlineData("""{ "name": "ship", "vers": "1.0.0", "description": "x", "license": "MIT", "deps": [{ "name": "mast", "version_req": "*" }] }""", "wildcard")]
    [InlineData("""{ "name": "ship", "vers": "1.0.0", "description": "x", "license": "MIT", "deps": [{ "name": "mast", "version_req": "^1", "registry": "https://example.org/index" }] }""", "another registry")]
    [InlineData("""{ "name": "ship", "vers": "1.0.0", "description": "x", "license": "MIT", "deps": [{ "name": "mast", "version_req": "^1" }] }""", "no known crate named `mast`")]
    public void What_the_public_registry_refuses_is_refused(string metadata, string reason)
    {
        using var folder = new TemporaryFolder();

        Should.Throw<RegistryException>(() => Publish(folder, metadata, Crate("ship-1.0.0/Cargo.toml"))).Message.ShouldContain(reason);
        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("other-1.0.0/Cargo.toml", "invalid path found")]
    [InlineData("ship-1.0.0/../Cargo.toml", "invalid path found")]
    [InlineData("ship-1.0.0/src/lib.rs", "missing a `Cargo.toml`")]
    public void An_archive_of_something_else_is_refused(string entry, string reason)
    {
        using var folder = new TemporaryFolder();

        Should.Throw<RegistryException>(() => Publish(folder, Metadata("ship", "1.0.0"), Crate(entry))).Message.ShouldContain(reason);
        Should.Throw<RegistryException>(() => Publish(folder, Metadata("ship", "1.0.0"), [1, 2, 3])).Message.ShouldContain("malformed");
    }

    [Theory]
    [InlineData("ship_yard", "1.0.0", "crate was previously named `ship-yard`")]
    [InlineData("Ship-Yard", "1.0.1", "crate was previously named `ship-yard`")]
    [InlineData("ship-yard", "1.0.0", "crate version `1.0.0` is already uploaded")]
    [InlineData("ship-yard", "1.0.0+other", "crate version `1.0.0+other` is already uploaded")]
    public void Names_and_versions_are_taken_once(string name, string version, string reason)
    {
        using var folder = new TemporaryFolder();
        Publish(folder, Metadata("ship-yard", "1.0.0"), Crate("ship-yard-1.0.0/Cargo.toml"));

        Should.Throw<RegistryException>(() => Publish(folder, Metadata(name, version), Crate($"{name}-{version}/Cargo.toml"))).Message.ShouldBe(reason);
    }

    [Fact]
    public void The_index_tells_a_renamed_dependency_and_new_features_apart()
    {
        var request = new PublishRequest(
            (JsonObject)JsonNode.Parse("""
                {
                  "name": "ship", "vers": "1.0.0",
                  "deps": [{ "name": "mast", "explicit_name_in_toml": "pole", "version_req": "^1", "features": ["tall"], "optional": true,
                             "default_features": false, "target": "cfg(unix)", "kind": "build", "registry": "https://github.com/rust-lang/crates.io-index" }],
                  "features": { "default": ["sails"], "sails": ["dep:pole"] }, "links": "z", "rust_version": "1.85"
                }
                """)!,
            [1, 2, 3]);

        IndexEntry.From(request).Line.ShouldBe(
            """{"name":"ship","vers":"1.0.0","deps":[{"name":"pole","req":"^1","features":["tall"],"optional":true,"default_features":false,"target":"cfg(unix)","kind":"build","package":"mast"}]"""
            + ""","cksum":"039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81","features":{"default":["sails"]},"features2":{"sails":["dep:pole"]},"v":2,"yanked":false,"links":"z","rust_version":"1.85"}""");
    }

    [Theory]
    [InlineData(new byte[] { 1, 2 }, "invalid metadata length")]
    [InlineData(new byte[] { 9, 0, 0, 0, 1 }, "invalid metadata length for remaining payload: 9")]
    [InlineData(new byte[] { 255, 255, 255, 255 }, "max upload size")]
    [InlineData(new byte[] { 2, 0, 0, 0, 123, 125 }, "invalid tarball length")]
    [InlineData(new byte[] { 1, 0, 0, 0, 123, 0, 0, 0, 0 }, "invalid upload request")]
    [InlineData(new byte[] { 2, 0, 0, 0, 123, 125, 0, 0, 0, 0, 7 }, "remaining bytes")]
    public void A_body_of_another_form_is_refused(byte[] body, string reason) =>
        Should.Throw<RegistryException>(() => PublishRequest.Read(body)).Message.ShouldContain(reason);

    [Theory]
    [InlineData("a", "1/a")]
    [InlineData("AB", "2/ab")]
    [InlineData("abc", "3/a/abc")]
    [InlineData("Cargo", "ca/rg/cargo")]
    public void The_index_is_ordered_by_the_first_letters(string name, string path) => CrateName.IndexPath(name).ShouldBe(path);

    [Fact]
    public void A_vendored_folder_is_refused_with_what_to_do()
    {
        using var folder = new TemporaryFolder().With("mast/.cargo-checksum.json", "{}");

        Should.Throw<SlipwayException>(() => new CrateFolder(folder.Path)).Hint.ShouldNotBeNull();
    }

    private static string Metadata(string name, string version) => $$"""{ "name": "{{name}}", "vers": "{{version}}",{{Described}} }""";

    private static void Publish(TemporaryFolder folder, string metadata, byte[] crate)
    {
        var json = Encoding.UTF8.GetBytes(metadata);
        byte[] body = [.. Length(json), .. json, .. Length(crate), .. crate];
        new CrateRegistry(new CrateStore(folder.Path), new NoCrates(), TimeProvider.System, TimeSpan.Zero)
            .Publish(PublishRequest.Read(body), new Publisher("ada", IsWorkflow: false), thisLag: null);
    }

    private static byte[] Length(byte[] bytes)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)bytes.Length);
        return length;
    }

    private static byte[] Crate(string entry)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(zip, TarEntryFormat.Ustar))
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, entry) { DataStream = new MemoryStream("x"u8.ToArray()) });
        return bytes.ToArray();
    }
}

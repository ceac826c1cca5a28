using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using Slipway.Manifest;
using Slipway.Packaging;
using Slipway.Rehearsal.Users;

namespace Slipway.Rehearsal.Tests.Users;

public sealed class UserTests : IDisposable
{
    private const string Triple = "x86_64-unknown-linux-gnu";
    private const string Archive = "ferry-1.2.3-" + Triple + ".tar.gz";
    private static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_is_tried_with_the_programs_of_users()
    {
        var checks = await TryAsync(_ => { });
        checks.ShouldAllBe(check => check.IsGood);
        checks.Select(check => check.Name).ShouldBe(["download", "checksums", "signature", $"ferry from {Archive}"]);
        checks[^1].Detail.ShouldBe("ferry 1.2.3");
    }

    [Fact]
    public async Task A_file_that_is_another_is_found_by_its_checksum()
    {
        var checks = await TryAsync(site => File.AppendAllText(Path.Combine(site, Archive), "more"));
        var bad = checks.Where(check => !check.IsGood).ShouldHaveSingleItem();
        bad.Name.ShouldBe("checksums");
        bad.Detail.ShouldContain(Archive);
    }

    [Fact]
    public async Task Checksums_that_were_changed_are_found_by_their_signature()
    {
        var checks = await TryAsync(site => File.AppendAllText(Path.Combine(site, ChecksumFile.Name), File.ReadAllText(Path.Combine(site, ChecksumFile.Name))));
        checks.Single(check => check.Name == "checksums").Detail.ShouldContain("again");
        checks.Single(check => check.Name == "signature").IsGood.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_not_there_is_named()
    {
        var checks = await TryAsync(site => File.Delete(Path.Combine(site, ChecksumFile.Name + GpgSigner.Extension)));
        checks.Single(check => check.Name == "download").Detail.ShouldContain("SHA256SUMS.asc");
        checks.Single(check => check.Name == "signature").IsGood.ShouldBeFalse();
    }

    [Fact]
    public async Task A_program_of_another_version_is_found()
    {
        var checks = await TryAsync(_ => { }, says: "1.2.2");
        checks.Where(check => !check.IsGood).ShouldHaveSingleItem().Detail.ShouldContain("'ferry 1.2.2', and the release is 1.2.3");
    }

    private async Task<IReadOnlyList<UserCheck>> TryAsync(Action<string> change, string says = "1.2.3")
    {
        var token = TestContext.Current.CancellationToken;
        var site = Directory.CreateDirectory(_folder / "site").FullName;
        await PackAsync(Path.Combine(site, Archive), says);
        var archive = await Asset.OfAsync(Path.Combine(site, Archive), AssetKind.Archive, Triple, token);
        var sums = Path.Combine(site, ChecksumFile.Name);
        await File.WriteAllTextAsync(sums, ChecksumFile.Write([archive]), token);
        var key = await GpgKey.MakeAsync("Test <test@localhost>", Time, token);
        await new GpgSigner(key).SignAsync(sums, Time, token);
        var manifest = new ReleaseManifest(
            ReleaseManifest.CurrentVersion, "ferry", "1.2.3", "v1.2.3", new string('a', 40), false, "Notes",
            [archive, await Asset.OfAsync(sums, AssetKind.Checksums, null, token), await Asset.OfAsync(sums + GpgSigner.Extension, AssetKind.Signature, null, token)],
            []);
        change(site);
        await using var server = await SiteAsync(site);
        return await new User(manifest, server.Address, new Dictionary<string, string>(), key, Triple, _folder / "user").TryAsync(token);
    }

    private static async Task PackAsync(string file, string version)
    {
        await using var zipped = new GZipStream(File.Create(file), CompressionLevel.Fastest);
        await using var tar = new TarWriter(zipped, TarEntryFormat.Ustar);
        await tar.WriteEntryAsync(new UstarTarEntry(TarEntryType.RegularFile, $"ferry-1.2.3-{Triple}/ferry")
        {
            Mode = (UnixFileMode)0b111_101_101,
            DataStream = new MemoryStream(System.Text.Encoding.ASCII.GetBytes($"#!/bin/sh\necho ferry {version}\n")),
        });
    }

    private static Task<Site> SiteAsync(string folder) => Task.FromResult(new Site(folder));

    /// <summary>The files of a folder over HTTP.</summary>
    private sealed class Site : IAsyncDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly Task _serving;

        public Site(string folder)
        {
            var port = FreePort();
            Address = new Uri($"http://127.0.0.1:{port}/");
            _listener.Prefixes.Add(Address.ToString());
            _listener.Start();
            _serving = ServeAsync(folder);
        }

        public Uri Address { get; }

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _serving;
            _listener.Close();
        }

        private static int FreePort()
        {
            using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        private async Task ServeAsync(string folder)
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    var file = Path.Combine(folder, Path.GetFileName(context.Request.Url!.LocalPath));
                    context.Response.StatusCode = File.Exists(file) ? 200 : 404;
                    if (File.Exists(file))
                        await context.Response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(file));
                    context.Response.Close();
                }
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // It is to stop.
            }
        }
    }
}

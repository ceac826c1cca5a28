using System.Globalization;
using CliWrap;
using Slipway.Packaging;

const double Budget = 1.5;
const int Programs = 8;
const int Megabytes = 8;

if (args is not [] and not ["--rounds", _])
{
    await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project benchmarks/Packing -- [--rounds N]\n\n"
        + "Packs 8 files of 8 MB, as compressible as programs are, into a .tar.gz: with Slipway, whose bytes depend on nothing but\n"
        + "names, contents and the time that is given, and with tar | gzip -9.");
    return 2;
}

var rounds = args is [_, var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 5;
var folder = Directory.CreateTempSubdirectory("packing-").FullName;
try
{
    var entries = Generate(Path.Combine(folder, "stem"));
    List<double> own = [], other = [];
    long ownSize = 0, otherSize = 0;
    for (var round = 0; round < rounds; round++)
    {
        var path = Path.Combine(folder, "own", "stem.tar.gz");
        var start = TimeProvider.System.GetTimestamp();
        await ReproducibleArchive.WriteAsync(path, entries, DateTimeOffset.UnixEpoch);
        own.Add(TimeProvider.System.GetElapsedTime(start).TotalSeconds);
        ownSize = new FileInfo(path).Length;

        path = Path.Combine(folder, "other.tar.gz");
        start = TimeProvider.System.GetTimestamp();
        await (Cli.Wrap("tar").WithArguments(["-cf", "-", "stem"]).WithWorkingDirectory(folder)
            | Cli.Wrap("gzip").WithArguments(["-n", "-9"])
            | PipeTarget.ToFile(path)).ExecuteAsync();
        other.Add(TimeProvider.System.GetElapsedTime(start).TotalSeconds);
        otherSize = new FileInfo(path).Length;
    }

    Show("Slipway", own, ownSize);
    Show("tar | gzip -9", other, otherSize);
    var ratio = Median(own) / Median(other);
    await Console.Out.WriteLineAsync(FormattableString.Invariant($"{ratio:0.00} x the time, {(ratio <= Budget ? "within" : "over")} the budget of {Budget:0.0} x."));
    return ratio <= Budget ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

// Machine code repeats itself here and there: words from a small set, and bytes at random between them.
static List<ArchiveEntry> Generate(string root)
{
    Directory.CreateDirectory(root);
    var random = new Random(1);
    var words = Enumerable.Range(0, 4096).Select(_ => Bytes(random, random.Next(3, 12))).ToArray();
    var entries = new List<ArchiveEntry>();
    for (var program = 0; program < Programs; program++)
    {
        var name = FormattableString.Invariant($"program{program}");
        using var file = File.Create(Path.Combine(root, name));
        while (file.Length < Megabytes << 20)
            file.Write(random.Next(4) == 0 ? Bytes(random, random.Next(1, 9)) : words[(int)(words.Length * Math.Pow(random.NextDouble(), 3))]);
        entries.Add(new ArchiveEntry(name, file.Name, IsProgram: true));
    }

    return entries;
}

static byte[] Bytes(Random random, int count)
{
    var bytes = new byte[count];
    random.NextBytes(bytes);
    return bytes;
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static void Show(string name, List<double> values, long size) =>
    Console.Out.WriteLine(FormattableString.Invariant($"{name,-14}  {Median(values),6:0.00} s  {size / 1e6,6:0.0} MB"));

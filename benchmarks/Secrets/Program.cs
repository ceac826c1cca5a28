using System.Globalization;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Slipway.Processes;
using Slipway.Secrets;

const double Budget = 5;
const int Files = 3_000;
const int FileSize = 7_000;

if (args is not [] and not ["--rounds", _])
{
    await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project benchmarks/Secrets -- [--rounds N]\n\n"
        + "Looks for secrets in a tree of 3,000 files and 20 MB: with Slipway's own scanner, and with gitleaks, or where that is\n"
        + "not installed with grep -rE and the patterns of the same rules that grep can read.");
    return 2;
}

var rounds = args is [_, var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 5;
var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "build.sh")))
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("There is no build.sh above this program.");
var folder = Directory.CreateTempSubdirectory("secrets-").FullName;
try
{
    var tree = Path.Combine(folder, "tree");
    var planted = Generate(tree);
    await Cli.Wrap("git").WithArguments(["init", "--quiet", tree]).ExecuteAsync();

    List<double> own = [], other = [];
    var gitleaks = SecretScanner.FindGitleaks();
    var patterns = Path.Combine(folder, "patterns");
    var count = WritePatterns(patterns);
    for (var round = 0; round < rounds; round++)
    {
        var start = TimeProvider.System.GetTimestamp();
        var scan = await SecretScanner.ScanAsync(new SecretScanRequest(tree, SecretScopes.Tree), SecretBaseline.None);
        own.Add(TimeProvider.System.GetElapsedTime(start).TotalSeconds);
        if (scan.Findings.Count != planted)
            throw new InvalidOperationException(FormattableString.Invariant($"{scan.Findings.Count} of {planted} planted tokens were found."));
        start = TimeProvider.System.GetTimestamp();
        var command = gitleaks is not null
            ? Cli.Wrap(gitleaks).WithArguments(["dir", tree, "--no-banner", "--redact", "--exit-code", "0", "--log-level", "error"])
            : Cli.Wrap(Executables.Find("grep")!).WithArguments(["-rIEl", "-f", patterns, tree]);
        await command.WithEnvironmentVariables(x => x.Set("LC_ALL", "C")).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        other.Add(TimeProvider.System.GetElapsedTime(start).TotalSeconds);
    }

    Print("3,000 files, 20 MB", "first", "median");
    Show("the built-in scanner", own);
    Show(gitleaks is not null ? "gitleaks dir" : FormattableString.Invariant($"grep -rE, {count} patterns, case as it is"), other);
    await Console.Out.WriteLineAsync(FormattableString.Invariant(
        $"The first round, which compiles the rules, takes {own[0]:0.0} s, {(own[0] < Budget ? "within" : "over")} the budget of {Budget:0} s."));
    return own[0] < Budget ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

// What a repository of text is made of: words that rules look for are in it as often as in code.
static int Generate(string tree)
{
    string[] words = ["let", "fn", "self", "token", "match", "key", "value", "String", "return", "secret", "impl", "for", "password", "struct", "Result", "api_key", "https://example.host/a", "index", "test", "0x1f", "=", "\"text\"", "{", "}", "->", "Some(x)", "//", "config", "async"];
    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    var random = new Random(1);
    var planted = 0;
    for (var file = 0; file < Files; file++)
    {
        var text = new StringBuilder();
        while (text.Length < FileSize)
            text.Append(words[random.Next(words.Length)]).Append(random.Next(8) == 0 ? '\n' : ' ');
        if (file % 100 == 0)
        {
            planted++;
            text.Append("\nghp_");
            for (var letter = 0; letter < 36; letter++)
                text.Append(Letters[random.Next(Letters.Length)]);
        }

        var path = Path.Combine(tree, FormattableString.Invariant($"src/module{file / 50}/file{file}.rs"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.Append('\n').ToString());
    }

    return planted;
}

int WritePatterns(string file)
{
    // grep knows neither flags nor groups that are not counted, and escapes only some.
    var readable = File.ReadLines(Path.Combine(root, "source/Slipway/Secrets/rules.toml"))
        .Where(line => line.StartsWith("regex = '''", StringComparison.Ordinal))
        .Select(line => line["regex = '''".Length..^"'''".Length].Replace("(?:", "(", StringComparison.Ordinal))
        .Where(pattern => !pattern.Contains("(?", StringComparison.Ordinal) && !pattern.Contains(@"\s\S", StringComparison.Ordinal) && !pattern.StartsWith('-') && !pattern.Contains("[\\r", StringComparison.Ordinal))
        .ToList();
    File.WriteAllLines(file, readable);
    return readable.Count;
}

static void Show(string name, List<double> values) => Print(name, Seconds(values[0]), Seconds(values.Order().ElementAt(values.Count / 2)));

static string Seconds(double value) => value.ToString("0.00", CultureInfo.InvariantCulture) + " s";

static void Print(string name, string first, string median) => Console.Out.WriteLine($"{name,-45}  {first,10}  {median,10}");

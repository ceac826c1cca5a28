using System.Text;
using System.Text.Json;

namespace Slipway.Packaging;

/// <summary>Signs and notarizes programs for macOS, which otherwise does not start what was downloaded.</summary>
/// <param name="toolFolder">Where Apple's tools are; null is where the system has them.</param>
public sealed class MacSigner(AppleCredentials credentials, string? toolFolder = null)
{
    private readonly AppleTools _tools = new(toolFolder);

    /// <summary>Signs programs where they are, after everything that changes them: strip takes the signature away.</summary>
    /// <exception cref="SlipwayException">A tool fails, or Apple does not accept a program.</exception>
    public async Task SignAsync(IReadOnlyList<string> programs, CancellationToken cancellationToken = default)
    {
        await using (var keychain = await MacKeychain.CreateAsync(_tools, credentials, cancellationToken))
        {
            foreach (var program in programs)
            {
                await _tools.RunAsync("codesign", $"sign {Path.GetFileName(program)}", cancellationToken, "--force", "--options", "runtime", "--timestamp", "--keychain", keychain.Path, "--sign", keychain.Identity, program);
                await _tools.RunAsync("codesign", $"verify {Path.GetFileName(program)}", cancellationToken, "--verify", "--strict", program);
            }
        }

        if (credentials.NotaryKey is { } key)
            await NotarizeAsync(programs, key, cancellationToken);
    }

    // A single program cannot carry Apple's ticket: macOS asks for it when the program is started first.
    private async Task NotarizeAsync(IReadOnlyList<string> programs, NotaryKey key, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("notary-").FullName;
        try
        {
            var keyFile = Path.Combine(folder, "key.p8");
            await MacKeychain.WriteSecretAsync(keyFile, Encoding.UTF8.GetBytes(key.PrivateKey), cancellationToken);
            string[] identification = ["--key", keyFile, "--key-id", key.KeyId, "--issuer", key.IssuerId];
            foreach (var program in programs)
                await NotarizeAsync(program, folder, identification, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task NotarizeAsync(string program, string folder, string[] identification, CancellationToken cancellationToken)
    {
        var archive = Path.Combine(folder, Path.GetFileName(program) + ".zip");
        await _tools.RunAsync("ditto", $"pack {Path.GetFileName(program)}", cancellationToken, "-c", "-k", "--keepParent", program, archive);
        var submitted = await _tools.TryAsync("xcrun", cancellationToken, ["notarytool", "submit", archive, .. identification, "--wait", "--output-format", "json"]);
        // It ends with 0 also for what is not accepted.
        var (id, status) = Read(submitted.Output);
        if (status == "Accepted")
            return;
        if (status is null)
            throw AppleTools.Failed("notarytool", $"notarize {Path.GetFileName(program)}", submitted);
        var log = id is null ? "" : (await _tools.TryAsync("xcrun", cancellationToken, ["notarytool", "log", id, .. identification])).Output;
        var issues = Issues(log);
        throw new SlipwayException(
            ErrorKind.Verdict,
            $"Apple does not accept {Path.GetFileName(program)} (status {status}){(issues.Length == 0 ? "." : $": {issues}")}",
            id is null ? null : $"All that Apple says: xcrun notarytool log {id}");
    }

    private static (string? Id, string? Status) Read(string output)
    {
        try
        {
            using var json = JsonDocument.Parse(output);
            return (Text(json.RootElement, "id"), Text(json.RootElement, "status"));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return (null, null);
        }
    }

    private static string Issues(string log)
    {
        try
        {
            using var json = JsonDocument.Parse(log);
            return json.RootElement.TryGetProperty("issues", out var issues) && issues.ValueKind == JsonValueKind.Array
                ? string.Join("; ", issues.EnumerateArray().Select(issue => Text(issue, "message")).OfType<string>().Distinct(StringComparer.Ordinal))
                : "";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

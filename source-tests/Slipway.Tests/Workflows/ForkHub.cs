using System.IO.Compression;
using System.Text.Json;
using Slipway.Processes;
using Slipway.Workflows;

namespace Slipway.Tests.Workflows;

/// <summary>GitHub as the script for reports of forks sees it: files for answers, and a program that is called gh.</summary>
internal sealed class ForkHub : IDisposable
{
    private const string Gh = """
        #!/usr/bin/env bash
        set -eu
        shift
        method=GET filter=. input= endpoint= fields=
        while [ $# -gt 0 ]; do
            case $1 in
                --method) method=$2; shift ;;
                --jq) filter=$2; shift ;;
                --input) input=$2; shift ;;
                -f) fields="$fields $2"; shift ;;
                --paginate | --silent) ;;
                *) endpoint=$1 ;;
            esac
            shift
        done
        echo "$method $endpoint$fields" >>"$HUB/calls"
        case "$method $endpoint" in
            "GET "*/pulls) jq -r "$filter" "$HUB/pulls.json" ;;
            "GET "*/artifacts) jq -r "$filter" "$HUB/artifacts.json" ;;
            "GET "*/zip) cat "$HUB/report.zip" ;;
            "GET "*/comments*) jq -r "$filter" "$HUB/comments.json" ;;
            *) cp "$input" "$HUB/body.json" ;;
        esac
        """;

    private readonly RustProject _folder = RustProject.Empty();

    public ForkHub()
    {
        _folder.WithScript("bin/gh", Gh.ReplaceLineEndings("\n")).With("comments.json", "[]").With("calls", "").With("script.sh", ForkReport.Script);
        _folder.With("event.json", """{"workflow_run":{"id":99,"head_sha":"abc","head_branch":"feature","head_repository":{"full_name":"fork/crate","owner":{"login":"fork"}}}}""");
        WithPullRequests((7, "abc", "fork/crate"));
        WithArtifact(1_000, expired: false);
    }

    public IReadOnlyList<string> Calls => File.ReadAllLines(_folder / "calls");

    /// <summary>The text of the comment.</summary>
    public string Posted => JsonDocument.Parse(File.ReadAllText(_folder / "body.json")).RootElement.GetProperty("body").GetString()!;

    public ForkHub WithReport(string json)
    {
        using var zip = ZipFile.Open(_folder / "report.zip", ZipArchiveMode.Create);
        using var writer = new StreamWriter(zip.CreateEntry("gates.json").Open());
        writer.Write(json);
        return this;
    }

    public ForkHub WithPullRequests(params (int Number, string Sha, string Repository)[] requests) => With(
        "pulls.json",
        requests.Select(request => new { number = request.Number, head = new { sha = request.Sha, repo = new { full_name = request.Repository } } }));

    public ForkHub WithComments(params (int Id, string Author, string Body)[] comments) => With(
        "comments.json",
        comments.Select(comment => new { id = comment.Id, user = new { login = comment.Author }, body = comment.Body }));

    public ForkHub WithArtifact(int size, bool expired) => With(
        "artifacts.json",
        new { artifacts = new[] { new { id = 11, size_in_bytes = size, expired } } });

    /// <summary>What the script says at its end.</summary>
    public async Task<string> RunAsync()
    {
        var lines = new List<string>();
        var result = await new ToolCommand("bash")
            .WithArguments(_folder / "script.sh")
            .WithWorkingDirectory(_folder.Folder)
            .WithEnvironment("HUB", _folder.Folder)
            .WithEnvironment("PATH", (_folder / "bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"))
            .WithEnvironment("GITHUB_EVENT_PATH", _folder / "event.json")
            .WithEnvironment("GITHUB_REPOSITORY", "octo/crate")
            .WithEnvironment("GITHUB_SERVER_URL", "https://github.com")
            .ExecuteAsync(line => lines.Add(line.Text), TestContext.Current.CancellationToken);
        result.Succeeded.ShouldBeTrue(string.Join('\n', lines));
        return lines.ShouldHaveSingleItem();
    }

    public void Dispose() => _folder.Dispose();

    private ForkHub With<T>(string file, T content)
    {
        _folder.With(file, JsonSerializer.Serialize(content));
        return this;
    }
}

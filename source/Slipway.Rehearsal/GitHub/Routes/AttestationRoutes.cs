using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.GitHub.Routes;

/// <summary>GitHub's own statements of immutable releases, which it keeps when a release is deleted. These are not signed.</summary>
internal sealed class AttestationRoutes(GitHubSite site)
{
    private const string Algorithm = "sha1:";

    public void Map(IEndpointRouteBuilder repository) => repository.MapGet("/attestations/{digest}", site.In(ListAsync));

    private Task ListAsync(HttpContext context)
    {
        var digest = context.Route("digest");
        var tags = site.Seen(context).BurnedTags.Where(tag => digest == Algorithm + tag.Value).Select(tag => tag.Key);
        return site.SendAsync(context, new JsonObject { ["attestations"] = new JsonArray([.. tags.Select(Json)]) });
    }

    private JsonNode Json(string tag)
    {
        var statement = new JsonObject
        {
            ["predicateType"] = "https://in-toto.io/attestation/release/v0.1",
            ["predicate"] = new JsonObject { ["repository"] = site.Options.Repository, ["tag"] = tag },
        };
        var payload = Convert.ToBase64String(Encoding.UTF8.GetBytes(statement.ToJsonString(Answers.Json)));
        return new JsonObject { ["bundle"] = new JsonObject { ["dsseEnvelope"] = new JsonObject { ["payload"] = payload } } };
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Slipway.Rehearsal.GitHub;

/// <summary>The part of a list that a request asks for, and where the others are.</summary>
internal static class Paging
{
    private const int DefaultSize = 30;
    private const int MostSize = 100;

    public static JsonArray Page(HttpContext context, IReadOnlyList<JsonNode> all) => Page(context, all, json => json);

    /// <param name="json">Is asked for what is on the page only.</param>
    public static JsonArray Page<T>(HttpContext context, IReadOnlyList<T> all, Func<T, JsonNode> json)
    {
        var (page, size) = (Math.Max(1, Number(context, "page", 1)), Math.Clamp(Number(context, "per_page", DefaultSize), 1, MostSize));
        var last = Math.Max(1, (all.Count + size - 1) / size);
        var links = new List<string>();
        if (page > 1)
            links.AddRange([Link(context, page - 1, "prev"), Link(context, 1, "first")]);
        if (page < last)
            links.AddRange([Link(context, page + 1, "next"), Link(context, last, "last")]);
        if (links.Count > 0)
            context.Response.Headers.Link = string.Join(", ", links);
        return new JsonArray([.. all.Skip((page - 1) * size).Take(size).Select(json)]);
    }

    private static int Number(HttpContext context, string name, int otherwise) =>
        int.TryParse(context.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static string Link(HttpContext context, int page, string relation)
    {
        var request = context.Request;
        var query = request.Query.Where(pair => pair.Key != "page")
            .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}")
            .Append($"page={page.ToString(CultureInfo.InvariantCulture)}");
        return $"<http://{request.Host}{request.Path}?{string.Join('&', query)}>; rel=\"{relation}\"";
    }
}

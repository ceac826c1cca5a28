using System.Collections.Immutable;
using Slipway.Rehearsal.Faults;

namespace Slipway.Rehearsal.Tests.Releasing.Faults;

/// <summary>What can become of a request.</summary>
internal static class FaultKinds
{
    public const string Expired = "expired token";
    public const string LongLimit = "long limit";
    public const string NoJson = "no JSON";
    public const string Refused = "refused";
    public const string Slow = "slow";

    private const string RetryAfter = "Retry-After";

    public static ImmutableArray<string> All { get; } =
    [
        "500", "502", "503", "502 after commit", "cut", "cut after commit", "429", "403 limit", LongLimit, Slow, "starter", "stale", "lag", Expired, Refused, NoJson,
    ];

    /// <summary>After which a release may stop; whatever else goes wrong once, it has to get over.</summary>
    public static ImmutableHashSet<string> Stopping { get; } = [LongLimit, Expired, Refused, NoJson];

    /// <summary>Null when it cannot happen there.</summary>
    public static Fault? At(string kind, Place place)
    {
        var isRead = place.Method is "GET" or "HEAD";
        return kind switch
        {
            "500" or "502" or "503" => place.Fault with { Status = int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture) },
            "502 after commit" when !isRead => place.Fault with { Status = 502, Commits = true },
            "cut" => place.Fault with { Cut = true },
            "cut after commit" when !isRead => place.Fault with { Cut = true, Commits = true },
            "429" => place.Fault with { Status = 429, Headers = Headers("0") },
            "403 limit" when place.Server == "github" => place.Fault with { SecondaryLimit = 0 },
            "403 limit" when place.Server == "discord" => place.Fault with { Status = 403, Headers = Headers("0") },
            LongLimit => place.Fault with { Status = 429, Headers = Headers("7200") },
            // Longer than the release waits for one answer, where it is the release that asks.
            Slow => place.Fault with { Delay = place.Server == "registry" ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(1) },
            "starter" when place.Path.Contains("uploads", StringComparison.Ordinal) => place.Fault with { Starter = true },
            "stale" when isRead && place.Server == "github" => place.Fault with { Stale = true },
            "lag" when place is { Server: "registry", Method: "PUT" } => place.Fault with { IndexLag = TimeSpan.FromSeconds(1) },
            Expired => place.Fault with { Status = 401, Body = """{"message":"Bad credentials","status":"401"}""" },
            Refused => place.Fault with { Status = 422, Body = """{"message":"Validation Failed","errors":[{"resource":"Release","code":"custom","message":"not today"}]}""" },
            NoJson when isRead => place.Fault with { Status = 200, Body = "<html>" },
            _ => null,
        };
    }

    private static ImmutableSortedDictionary<string, string> Headers(string retryAfter) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(RetryAfter, retryAfter);
}

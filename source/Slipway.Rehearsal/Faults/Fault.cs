using System.Collections.Immutable;

namespace Slipway.Rehearsal.Faults;

/// <summary>One thing that goes wrong, once or several times, with the requests it names.</summary>
/// <param name="Method"><c>*</c> is any.</param>
/// <param name="Path">As the server sees it; <c>*</c> is a part of a segment, <c>**</c> any rest.</param>
public sealed record Fault(string Method, string Path)
{
    /// <summary>The first request that it meets, counted from 1.</summary>
    public int Occurrence { get; init; } = 1;

    /// <summary>How many requests it meets in a row.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Only on this server: <c>registry</c>, <c>github</c>, <c>discord</c> or <c>mail</c>.</summary>
    public string? Server { get; init; }

    /// <summary>Whether the request has its effect before its answer is spoilt.</summary>
    public bool Commits { get; init; }

    /// <summary>How long the answer takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The answer instead of the right one.</summary>
    public int? Status { get; init; }

    public ImmutableSortedDictionary<string, string> Headers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string? Body { get; init; }

    /// <summary>Whether the connection is closed instead of an answer.</summary>
    public bool Cut { get; init; }

    /// <summary>Whether an upload leaves an empty asset in the state <c>starter</c>.</summary>
    public bool Starter { get; init; }

    /// <summary>Whether a read shows what was before the last write.</summary>
    public bool Stale { get; init; }

    /// <summary>How long after its publication a version is missing in the index.</summary>
    public TimeSpan? IndexLag { get; init; }

    /// <summary>The seconds that a secondary rate limit asks a client to wait.</summary>
    public int? SecondaryLimit { get; init; }

    /// <summary>Whether the server says that it does not know the token any more.</summary>
    public bool ExpiredToken { get; init; }

    /// <summary>What happens when a spoilt answer is due: before it is sent, and after the effect when it commits.</summary>
    internal Action? Then { get; init; }

    /// <summary>Whether the answer is not the right one.</summary>
    internal bool Spoils => Cut || Status is not null;

    /// <summary>What is wrong with it, or null.</summary>
    internal string? Mistake =>
        Method.Length == 0 || !Path.StartsWith('/') ? "needs a method and a path that begins with /"
        : Server is not (null or "registry" or "github" or "discord" or "mail") ? "names a server that is none: registry, github, discord and mail are some"
        : Occurrence < 1 || Times < 1 ? "counts from 1"
        : Status is < 100 or > 599 ? "has a status that is none"
        : Delay < TimeSpan.Zero || IndexLag < TimeSpan.Zero || SecondaryLimit < 0 ? "has a time before now"
        : Commits && !Spoils ? "has its effect anyway; commits goes with a status or a cut"
        : this is { Status: null, Cut: false, Starter: false, Stale: false, IndexLag: null, SecondaryLimit: null, ExpiredToken: false } && Delay == TimeSpan.Zero
            ? "says nothing that goes wrong"
        : null;
}

using System.Net;

namespace Slipway.Releasing.GitHub;

/// <summary>GitHub has said no: nothing was changed.</summary>
/// <param name="Said">Its sentence.</param>
/// <param name="IsLimit">Whether it was only asked too much.</param>
internal sealed record Refusal(HttpStatusCode Status, string Said, IReadOnlyList<RefusalError> Errors, bool IsLimit)
{
    /// <summary>Whether something of this name is there already.</summary>
    public bool IsTaken(string resource) => Errors.Any(error => error.Resource == resource && error.Code == "already_exists");

    /// <summary>Whether one of its sentences has these words.</summary>
    public bool Says(string words) => Errors.Select(error => error.Message).Append(Said)
        .Any(text => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true);

    public override string ToString()
    {
        var details = Errors.Select(error => error.Message ?? $"{error.Resource} {error.Field} {error.Code}".Trim()).Where(text => text.Length > 0).ToList();
        return details.Count > 0 ? $"{Said.TrimEnd('.')} ({string.Join("; ", details)})" : Said.TrimEnd('.');
    }
}

/// <summary>One reason of a refusal; some have a sentence only.</summary>
internal sealed record RefusalError(string? Resource, string? Code, string? Field, string? Message);

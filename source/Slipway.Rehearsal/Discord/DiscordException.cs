using System.Text.Json.Nodes;

namespace Slipway.Rehearsal.Discord;

/// <summary>A request that Discord refuses, in its words.</summary>
public sealed class DiscordException : Exception
{
    internal DiscordException(int status, int code, string message, JsonObject? errors = null) : base(message) =>
        (Status, Code, Errors) = (status, code, errors);

    internal int Status { get; }

    internal int Code { get; }

    internal JsonObject? Errors { get; }

    internal static DiscordException Invalid(string field, string code, string message) => new(400, 50035, "Invalid Form Body", new JsonObject
    {
        [field] = new JsonObject { ["_errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message }) },
    });
}

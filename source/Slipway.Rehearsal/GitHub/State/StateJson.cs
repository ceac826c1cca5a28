using System.Text.Json.Serialization;

namespace Slipway.Rehearsal.GitHub.State;

[JsonSourceGenerationOptions(WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(GitHubState))]
internal sealed partial class StateJson : JsonSerializerContext;

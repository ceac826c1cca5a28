using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Discord;

/// <summary>The messages of the channel, each in a file named by its id.</summary>
internal sealed class MessageStore(string folder)
{
    // Ids are as long as Discord's, and grow.
    private const long FirstId = 1_400_000_000_000_000_000;

    private readonly Lock _lock = new();

    public ImmutableArray<DiscordMessage> Messages => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read)]
        : [];

    public DiscordMessage Add(JsonObject message)
    {
        lock (_lock)
        {
            // An id is not given twice, even when its message is gone.
            var counter = Path.Combine(folder, "last-id");
            var id = File.Exists(counter) ? long.Parse(File.ReadAllText(counter), CultureInfo.InvariantCulture) + 1 : FirstId;
            AtomicFile.WriteText(counter, id.ToString(CultureInfo.InvariantCulture));
            return Write(id.ToString(CultureInfo.InvariantCulture), message);
        }
    }

    /// <summary>Null when there is no such message.</summary>
    public DiscordMessage? Update(string id, JsonObject changes)
    {
        lock (_lock)
        {
            if (Find(id) is not { } message)
                return null;
            var json = (JsonObject)JsonNode.Parse(message.Json)!;
            foreach (var (key, value) in changes)
                json[key] = value?.DeepClone();
            MessageCheck.Ensure(json);
            return Write(id, json);
        }
    }

    public DiscordMessage? Find(string id) => id.All(char.IsAsciiDigit) && File.Exists(FileOf(id)) ? Read(FileOf(id)) : null;

    public bool Remove(string id)
    {
        lock (_lock)
        {
            if (Find(id) is null)
                return false;
            File.Delete(FileOf(id));
            return true;
        }
    }

    private DiscordMessage Write(string id, JsonObject message)
    {
        AtomicFile.WriteText(FileOf(id), message.ToJsonString(Answers.Json));
        return Read(FileOf(id));
    }

    private static DiscordMessage Read(string file)
    {
        var json = File.ReadAllText(file);
        return new DiscordMessage(Path.GetFileNameWithoutExtension(file), ((JsonObject)JsonNode.Parse(json)!).Text("content") ?? "", json);
    }

    private string FileOf(string id) => Path.Combine(folder, $"{id}.json");
}

using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Slipway.Workflows.Local.Reading;

/// <summary>Refuses what is deeper than the stack holds, or grows without end when its aliases are put in.</summary>
internal static class YamlBounds
{
    private const int Deepest = 100;
    private const long MostNodes = 100_000;

    /// <exception cref="YamlException">The text is no YAML, or out of bounds.</exception>
    public static void Check(string text)
    {
        var parser = new Parser(new StringReader(text));
        var anchors = new Dictionary<AnchorName, long>();
        var open = new Stack<(AnchorName Anchor, long Before)>();
        var nodes = 0L;
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case AnchorAlias alias:
                    nodes += anchors.GetValueOrDefault(alias.Value, 1);
                    break;
                case Scalar scalar:
                    nodes++;
                    Keep(scalar.Anchor, 1);
                    break;
                case NodeEvent start:
                    open.Push((start.Anchor, nodes++));
                    break;
                case SequenceEnd or MappingEnd:
                    var (anchor, before) = open.Pop();
                    Keep(anchor, nodes - before);
                    break;
            }

            if (open.Count > Deepest)
                throw Error(parser.Current, $"it is nested more than {Deepest} deep");
            if (nodes > MostNodes)
                throw Error(parser.Current, $"with its aliases it has more than {MostNodes} values");
        }

        void Keep(AnchorName anchor, long size)
        {
            if (!anchor.IsEmpty)
                anchors[anchor] = size;
        }
    }

    private static YamlException Error(ParsingEvent? place, string message) =>
        new(place?.Start ?? Mark.Empty, place?.End ?? Mark.Empty, message);
}

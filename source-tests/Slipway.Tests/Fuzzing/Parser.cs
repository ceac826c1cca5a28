using System.Text;

namespace Slipway.Tests.Fuzzing;

/// <summary>Something that reads what another program or a person wrote.</summary>
/// <param name="Example">What it reads without complaint.</param>
/// <param name="Read">Reads, or throws.</param>
internal sealed record Parser(string Name, byte[] Example, Action<byte[]> Read)
{
    public static Parser OfText(string name, string example, Action<string> read) =>
        new(name, Encoding.UTF8.GetBytes(example), bytes => read(Encoding.UTF8.GetString(bytes)));
}

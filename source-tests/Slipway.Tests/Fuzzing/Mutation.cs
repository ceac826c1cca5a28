using System.Text;
using CsCheck;

namespace Slipway.Tests.Fuzzing;

/// <summary>Damages bytes as transfers, merges and enemies do; the same seed always does the same.</summary>
internal static class Mutation
{
    private static readonly byte[] Signs = [.. "[](){}\\?*+^$'\"=.,-:#0aZ\n<>&/%|\t\0"u8];

    // What stands in the formats that are read, and what none of them expects.
    private static readonly byte[][] Splinters =
        [.. new[] { "[[package]]", "99999999999999999999", "1979-05-27", "'''", "null", "é", "\r\n" }.Select(Encoding.UTF8.GetBytes)];

    public static Gen<string> Of(string original)
    {
        var bytes = Encoding.UTF8.GetBytes(original);
        return Gen.Int.Select(seed => Encoding.UTF8.GetString(Of(bytes, seed)));
    }

    public static byte[] Of(byte[] original, int seed)
    {
        var random = new Random(seed);
        var bytes = original.ToList();
        for (var change = random.Next(1, 4); change > 0 && bytes.Count > 1; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, bytes[random.Next(bytes.Count)]);
                    break;
                case 3:
                    bytes[at] = Signs[random.Next(Signs.Length)];
                    break;
                case 4 when random.Next(4) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
                    bytes.InsertRange(at, Splinters[random.Next(Splinters.Length)]);
                    break;
                default:
                    var length = Math.Min(random.Next(1, 20), bytes.Count - at);
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
            }
        }

        return [.. bytes];
    }
}

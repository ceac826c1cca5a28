using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Slipway.Workflows.Local.Expressions;

namespace Slipway.Tests.Fuzzing;

/// <summary>Whatever a file or a tool says, it is read or refused: no crash, no hang, bounded memory.</summary>
public class ParserTests
{
    private const int Mutations = 10_000;
    private const int Depth = 50_000;
    private const int Length = 200_000;
    private const long MostMemory = 64_000_000;

    // A machine that is busy with other tests is slow; what is quadratic takes minutes.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Names => [.. Parsers.All.Select(parser => parser.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_damaged_is_read_or_refused(string name)
    {
        var parser = Find(name);
        parser.Read(parser.Example);
        for (var seed = 0; seed < Mutations; seed++)
            Read(parser, Mutation.Of(parser.Example, seed), $"{name}, seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_cut_anywhere_is_read_or_refused(string name)
    {
        var parser = Find(name);
        for (var length = 0; length < parser.Example.Length; length++)
            Read(parser, parser.Example[..length], $"the first {length} bytes of {name}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_nested_without_end_is_read_or_refused(string name)
    {
        var parser = Find(name);
        foreach (var part in new[] { "[", "{", "(", "{\"a\":", "a: [", "- ", "!", "${{ (", "a.", "[a." })
            Read(parser, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, Depth))), $"{name} of '{part}'");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_long_without_sense_is_read_or_refused(string name)
    {
        var parser = Find(name);
        foreach (var part in new[] { "a", "\0", "\n", "\"", "=", "1", " ", "\u00ff", "a\n", "a=b\n", "ok a\n", "ignored: a\n" })
            Read(parser, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, Length))), $"{name} of '{part}'");
    }

    private static Parser Find(string name) => Parsers.All.Single(parser => parser.Name == name);

    private static void Read(Parser parser, byte[] bytes, string what)
    {
        var (started, memory) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            parser.Read(bytes);
        }
        catch (Exception refusal) when (refusal is SlipwayException or JsonException or ExpressionException or FormatException)
        {
            // Those that are not for users are made so by whoever knows the file.
            refusal.Message.ShouldNotBeNullOrWhiteSpace(what);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{what}: {Encoding.UTF8.GetString(bytes.AsSpan(..Math.Min(bytes.Length, 200)))}", exception);
        }

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Longest, what);
        (GC.GetAllocatedBytesForCurrentThread() - memory).ShouldBeLessThan(MostMemory + (bytes.Length * 1000L), what);
    }
}

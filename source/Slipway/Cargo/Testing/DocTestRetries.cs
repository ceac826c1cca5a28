using System.Text.RegularExpressions;

namespace Slipway.Cargo.Testing;

/// <summary>
/// Runs examples of documentation again. Rustdoc takes its filters apart at blanks, and every name has some, so that a word
/// of the name has to do, and others that have the word, too, run with it.
/// </summary>
internal static partial class DocTestRetries
{
    /// <summary>The word of a test's name that fewest other tests have.</summary>
    public static string FilterFor(string name, IReadOnlyList<string> all) => name.Split(' ')
        .MinBy(word => all.Count(other => other.Contains(word, StringComparison.Ordinal)))!;

    /// <summary>Whether another run may come to something else: what does not compile never will.</summary>
    public static bool IsWorthwhile(TestCase test) =>
        test.Outcome is TestOutcome.Failed or TestOutcome.Lost && !CompilerSaysNo().IsMatch(test.Output ?? "");

    /// <param name="run">Runs the tests of the filters, and gives what came of the named ones.</param>
    public static async Task<TestGroup> RunAsync(
        TestGroup first,
        int attempts,
        Func<IReadOnlyList<string>, IReadOnlyList<string>, Task<IReadOnlyList<TestCase>>> run)
    {
        var all = first.Cases.Select(test => test.Name).ToList();
        var runs = first.Cases.Select(test => new List<TestCase> { test }).ToList();
        for (var attempt = 2; attempt <= attempts; attempt++)
        {
            var failed = runs.Where(test => test.Count == attempt - 1 && IsWorthwhile(test[^1])).ToList();
            if (failed.Count is 0 or > TestRetries.MostFailures)
                break;
            var names = failed.Select(test => test[0].Name).ToList();
            var again = (await run([.. names.Select(name => FilterFor(name, all)).Distinct()], names)).ToDictionary(test => test.Name, StringComparer.Ordinal);
            foreach (var test in failed)
            {
                if (again.TryGetValue(test[0].Name, out var found) && found.Outcome != TestOutcome.Lost)
                    test.Add(found);
            }
        }

        return RetriedGroup.Of(first, runs);
    }

    [GeneratedRegex(@"^(Couldn't compile the test\.|Test compiled successfully, but it's marked)", RegexOptions.Multiline)]
    private static partial Regex CompilerSaysNo();
}

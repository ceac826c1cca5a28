using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Rehearsal.Tests.Releasing.Faults;

/// <summary>Everything that can go wrong at every request of an undisturbed run, one at a time.</summary>
/// <param name="start">Something that is ready to be released.</param>
/// <param name="state">What a message has to say when it stops: where the release stands.</param>
internal sealed class FaultMatrix(ITestOutputHelper output, Func<Task<IDisturbed>> start, Regex state)
{
    private const int Lanes = 2;

    /// <summary>Whether it may stop; whatever else happens, it has to get over it.</summary>
    public Func<string, Place, bool> MayStop { get; init; } = (kind, _) => FaultKinds.Stopping.Contains(kind);

    /// <summary>Which part of the cases is tried: every so manieth.</summary>
    public int Each { get; init; } = 1;

    /// <summary>The part of the faults that may meet no request, because a program of others asks now more and now less.</summary>
    public double Unmet { get; init; }

    /// <summary>Tries all, and tells how many there were.</summary>
    /// <param name="least">A release that asks for less than that is not the one that was to be tried.</param>
    public async Task TryAsync(string name, int least)
    {
        var (expected, places) = await UndisturbedAsync();
        var cases =
            (from place in places
             from kind in FaultKinds.All
             where FaultKinds.At(kind, place) is not null
             select new Disturbance(kind, place)).Where((_, number) => number % Each == 0).ToList();
        var (counts, failures) = (new ConcurrentBag<Outcome>(), new ConcurrentBag<string>());
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = TestContext.Current.CancellationToken }, async (one, _) =>
        {
            try
            {
                counts.Add(await TryAsync(one, expected));
            }
            catch (Exception exception) when (exception is ShouldAssertException or SlipwayException)
            {
                failures.Add($"{one}: {exception.Message}");
            }
        });

        int Count(Outcome outcome) => counts.Count(x => x == outcome);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {cases.Count} cases at {places.Count} requests; {Count(Outcome.AtOnce)} completed at once, {Count(Outcome.AtTheSecondRun)} stopped with a message and completed at the second run, {Count(Outcome.Unmet)} met no request, {failures.Count} failed.");
        output.WriteLine(line);
        failures.Order(StringComparer.Ordinal).ShouldBeEmpty(line);
        cases.Count.ShouldBeGreaterThanOrEqualTo(least, line);
        Count(Outcome.Unmet).ShouldBeLessThanOrEqualTo((int)(cases.Count * Unmet), line);
    }

    private async Task<(string State, IReadOnlyList<Place> Places)> UndisturbedAsync()
    {
        await using var release = await start();
        await release.RunAsync(null);
        var places = Place.Of(release.Calls);
        return (await release.StateAsync(), places);
    }

    private async Task<Outcome> TryAsync(Disturbance disturbance, string expected)
    {
        await using var release = await start();
        release.Faults.Add(FaultKinds.At(disturbance.Kind, disturbance.Place)!);
        var outcome = Outcome.AtOnce;
        try
        {
            await release.RunAsync(disturbance);
        }
        catch (SlipwayException exception)
        {
            outcome = Outcome.AtTheSecondRun;
            MayStop(disturbance.Kind, disturbance.Place).ShouldBeTrue($"it must not stop: {exception.Message}");
            exception.Message.ShouldMatch(state.ToString());
            exception.Hint.ShouldNotBeNullOrEmpty();
            await release.RunAgainAsync(exception);
        }

        if (!release.Faults.Pending.IsEmpty)
            outcome = Outcome.Unmet;
        (await release.StateAsync()).ShouldBe(expected);
        return outcome;
    }

    private enum Outcome
    {
        AtOnce,
        AtTheSecondRun,
        Unmet,
    }
}

using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Embedded.Tests.Utilities;

public class CollectionExtensionsTests
{
    [Fact]
    public void An_action_runs_for_every_item()
    {
        var seen = new List<string>();

        new[] { "a", "b" }.AsEnumerable().ForEach(seen.Add);
        new[] { "c", "d" }.ForEach((x, i) => seen.Add(x + i));

        seen.ShouldBe(["a", "b", "c0", "d1"]);
    }

    [Fact]
    public void A_lazy_action_waits_until_its_item_is_asked_for()
    {
        var seen = new List<int>();
        var lazy = new[] { 1, 2, 3 }.ForEachLazy(seen.Add);

        seen.ShouldBeEmpty();
        lazy.Take(2).ToList().ShouldBe([1, 2]);
        seen.ShouldBe([1, 2]);
    }

    [Fact]
    public void Sequences_are_filtered_and_extended()
    {
        new[] { "a", null, "b" }.WhereNotNull().ShouldBe(["a", "b"]);
        new[] { 1, 2, 3 }.WhereNot(x => x == 2).ShouldBe([1, 3]);
        new[] { 1 }.Concat(2, 3).ShouldBe([1, 2, 3]);
        new[] { 1 }.Where(_ => true).AsReadOnly().ShouldBeAssignableTo<IReadOnlyCollection<int>>()!.Count.ShouldBe(1);
    }

    [Fact]
    public void More_or_less_than_one_item_is_an_error_with_the_given_message()
    {
        new[] { 1 }.SingleOrError("none").ShouldBe(1);
        new[] { 1, 2 }.SingleOrError(x => x > 1, "none").ShouldBe(2);
        Should.Throw<Exception>(() => Array.Empty<int>().SingleOrError("none")).Message.ShouldBe("none");
        Should.Throw<Exception>(() => new[] { 1, 2 }.SingleOrError("two")).Message.ShouldBe("two");
        Should.Throw<Exception>(() => new[] { 1, 2 }.SingleOrDefaultOrError("two")).Message.ShouldBe("two");
        Array.Empty<string>().SingleOrDefaultOrError("two").ShouldBeNull();
    }

    [Fact]
    public void Pairs_are_added_in_an_expression()
    {
        string? nothing = null;
        var values = new Dictionary<string, string>()
            .AddPair("a", "1")
            .AddPairWhenValueNotNull("b", nothing)
            .AddPairWhenValueNotNull("c", "3")
            .SetKeyValue("a", "4");

        values.ShouldBe(new Dictionary<string, string> { ["a"] = "4", ["c"] = "3" });
        Should.Throw<ArgumentException>(() => values.AddPair("a", "5"));
        new Dictionary<string, object>().AddPair("a", 1)["a"].ShouldBe(1);
    }

    [Fact]
    public void A_lookup_table_keeps_the_order_of_keys_and_values()
    {
        var table = new LookupTable<string, int>(StringComparer.OrdinalIgnoreCase);
        table.Add("b", 2);
        table.AddRange("a", [3, 1]);
        table.Add("B", 0);

        table.Select(x => x.Key).ShouldBe(["b", "a"]);
        table["b"].ShouldBe([2, 0]);
        table["missing"].ShouldBeEmpty();
        table.Remove("a", 3);
        table.Remove("a", 1);
        table.Contains("a").ShouldBeFalse();
        new LookupTable<string, int>(table)["b"].ShouldBe([2, 0]);
        table.Clear();
        table.Count.ShouldBe(0);
    }

    [Fact]
    public void Objects_are_changed_in_an_expression()
    {
        "a".When(true, x => x + "b").When(false, x => x + "c").ShouldBe("ab");
        "a".WhenNotNull((string?)null, (x, y) => x + y).WhenNotNull("d", (x, y) => x + y).ShouldBe("ad");
        new List<int>().Apply(x => x.Add(1)).ShouldBe([1]);
    }

    [Fact]
    public void All_tasks_are_waited_for_and_give_their_results_in_order()
    {
        var first = new TaskCompletionSource<int>();
        var tasks = new[] { first.Task, Task.Run(() => { first.SetResult(1); return 2; }, TestContext.Current.CancellationToken) };

        tasks.WaitAll().ShouldBe([1, 2]);
    }
}

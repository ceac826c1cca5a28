using System.Globalization;

namespace Startup;

/// <summary>What to start, and how often.</summary>
sealed record Options(IReadOnlyList<string> Arguments, int Rounds, bool Stock)
{
    public const string Usage =
        """
        usage: dotnet run --project benchmarks/Startup -- [--rounds N] [--no-stock] [-- TARGET AND OPTIONS]

        Starts by turns: an empty program, the build through ./build.sh, and the same build NUKE's stock way.
        --rounds N    how often to start the first two (default 20; the stock way takes seconds and has a quarter)
        --no-stock    leave the stock way out
        After --: what the build is asked to do (default: Noop, a target that does nothing).
        """;

    /// <summary>Nothing when the arguments are not understood.</summary>
    public static Options? Parse(string[] arguments)
    {
        var options = new Options(["Noop"], Rounds: 20, Stock: true);
        for (var index = 0; index < arguments.Length; index++)
        {
            switch (arguments[index])
            {
                case "--no-stock":
                    options = options with { Stock = false };
                    break;
                case "--rounds" when index + 1 < arguments.Length
                    && int.TryParse(arguments[++index], CultureInfo.InvariantCulture, out var rounds) && rounds > 0:
                    options = options with { Rounds = rounds };
                    break;
                case "--":
                    return options with { Arguments = arguments[(index + 1)..] };
                default:
                    return null;
            }
        }

        return options;
    }
}

using System.Globalization;
using System.Xml.Linq;
using Slipway.Gates;
using Slipway.Html;
using Slipway.Reporting.Data;

namespace Slipway.Reporting.Html;

/// <summary>What each program consists of, and what the change did to it.</summary>
internal static class SizeChart
{
    private const int MostSections = 10;

    public static XElement? Of(IReadOnlyList<SizeOfProgram> programs) =>
        programs.Count == 0 ? null : Section.Of("sizes", "Binary size", programs.Select(Of));

    private static XElement Of(SizeOfProgram program)
    {
        var sections = program.Sections.OrderByDescending(section => section.Size).ThenBy(section => section.Name, StringComparer.Ordinal).ToList();
        var whole = Math.Max(1, Math.Max(program.Size, program.Base ?? 0));
        var rest = sections.Skip(MostSections).ToList();
        var rows = sections.Take(MostSections).ToList();
        if (rest.Count > 0)
        {
            rows.Add(new SizeOfSection(
                string.Create(CultureInfo.InvariantCulture, $"{rest.Count} others"),
                rest.Sum(section => section.Size),
                program.Base is null ? null : rest.Sum(section => section.Base ?? 0)));
        }

        rows.Add(new SizeOfSection("whole file", program.Size, program.Base));
        return Chart.Table(
            $"{program.Name} by section{(program.Base is null ? "; it is new" : ": the upper bar is the base")}",
            ["section", "", "size", "change"],
            rows.Select(section => Row(section, whole)));
    }

    private static XElement Row(SizeOfSection section, long whole)
    {
        var size = ByteText.Of(section.Size);
        var change = section.Base is { } before ? Change(section.Size - before) : "new";
        var share = (double)section.Size / whole;
        var drawing = section.Base is { } earlier
            ? Bars.Pair($"{size}, {change}", (double)earlier / whole, share, "plain")
            : Bars.Bar(size, share, "plain");
        return Chart.Row(section.Name, drawing, size, change);
    }

    private static string Change(long bytes) => bytes switch
    {
        0 => "same",
        > 0 => "+" + ByteText.Of(bytes),
        _ => "−" + ByteText.Of(-bytes),
    };
}

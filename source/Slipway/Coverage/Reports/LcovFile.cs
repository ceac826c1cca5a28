using System.Globalization;
using System.Text;

namespace Slipway.Coverage.Reports;

/// <summary>The format of lcov, which editors and web services read.</summary>
public static class LcovFile
{
    public static string Write(CoverageData data)
    {
        var text = new StringBuilder();
        foreach (var file in data.Files)
        {
            text.Append("SF:").Append(PlainText.Of(file.Path)).Append('\n');
            foreach (var function in CodeSpan.InOrder(file.Functions.Keys))
            {
                var name = FunctionName.Of(function);
                text.Append(CultureInfo.InvariantCulture, $"FN:{function.Line},{name}\nFNDA:{file.Functions[function]},{name}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"FNF:{file.FunctionTally.Total}\nFNH:{file.FunctionTally.Covered}\n");
            foreach (var line in file.Lines.Keys.Order())
                text.Append(CultureInfo.InvariantCulture, $"DA:{line},{file.Lines[line]}\n");
            text.Append(CultureInfo.InvariantCulture, $"LF:{file.LineTally.Total}\nLH:{file.LineTally.Covered}\nend_of_record\n");
        }

        return text.ToString();
    }
}

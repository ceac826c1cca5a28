using System.Globalization;

namespace Slipway.Coverage.Reports;

/// <summary>A name for a function by where it stands: one function has many mangled names.</summary>
internal static class FunctionName
{
    public static string Of(CodeSpan function) => string.Create(CultureInfo.InvariantCulture, $"fn_{function.Line}_{function.Column}");
}

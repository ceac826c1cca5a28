namespace Slipway.Secrets.Rules;

internal static class Entropy
{
    /// <summary>Shannon's entropy: bits for each character.</summary>
    public static double Of(string text)
    {
        var bits = 0.0;
        foreach (var group in text.CountBy(c => c))
        {
            var share = (double)group.Value / text.Length;
            bits -= share * Math.Log2(share);
        }

        return bits;
    }
}

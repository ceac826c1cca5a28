namespace Slipway.Workflows.Local.Running;

/// <summary>Puts *** where secrets would stand.</summary>
internal sealed class SecretMask
{
    private const string Stars = "***";

    private readonly Lock _lock = new();
    private string[] _secrets = [];

    public void Add(string secret)
    {
        // Each line too: output comes in lines.
        string[] all = [secret.Trim(), .. secret.Split('\n').Select(line => line.Trim())];
        lock (_lock)
        {
            // The longest first: one secret may be a part of another.
            _secrets = [.. _secrets.Concat(all.Where(part => part.Length > 0)).Distinct().OrderByDescending(part => part.Length).ThenBy(part => part, StringComparer.Ordinal)];
        }
    }

    public string Apply(string text)
    {
        string[] secrets;
        lock (_lock)
            secrets = _secrets;
        return secrets.Aggregate(text, (masked, secret) => masked.Replace(secret, Stars, StringComparison.Ordinal));
    }

    public bool IsIn(string text) => Apply(text) != text;
}

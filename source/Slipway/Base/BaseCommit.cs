namespace Slipway.Base;

/// <summary>The commit that a change is compared with.</summary>
/// <param name="Id">All hexadecimal digits.</param>
/// <param name="Origin">Why this one, such as <c>merge base with origin/main</c>.</param>
public sealed record BaseCommit(string Id, string Origin)
{
    private const int ShortLength = 9;

    public override string ToString() => $"{Id[..Math.Min(ShortLength, Id.Length)]} ({Origin})";
}

namespace Nuke.Common.Execution;

/// <summary>The output of one target.</summary>
internal sealed class OutputBlock(string name, long started)
{
    public string Name => name;

    /// <summary>A time stamp of the console's clock.</summary>
    public long Started => started;

    /// <summary>What has not been shown yet; <c>null</c> while the block is the one that is shown as it comes.</summary>
    public List<string>? Pending { get; set; } = [];

    public string LastLine { get; set; } = "";

    public bool IsClosed { get; set; }
}

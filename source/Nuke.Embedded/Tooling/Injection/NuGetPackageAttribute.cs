namespace Nuke.Common.Tooling;

/// <summary>A tool out of a NuGet package that is in the packages folder of this machine.</summary>
public class NuGetPackageAttribute : ToolInjectionAttributeBase
{
    private readonly string _packageId;
    private readonly string _packageExecutable;

    public NuGetPackageAttribute(string packageId, string packageExecutable)
    {
        _packageId = packageId;
        _packageExecutable = packageExecutable;
    }

    public NuGetPackageAttribute(string packageId, string packageExecutable32, string packageExecutable64)
        : this(packageId, Environment.Is64BitProcess ? packageExecutable64 : packageExecutable32)
    {
    }

    public string? Framework { get; set; }

    public string? Version { get; set; }

    protected override Tool Resolve(string name) => ToolResolver.GetNuGetTool(_packageId, _packageExecutable, Version, Framework);
}

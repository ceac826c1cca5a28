namespace Slipway.Cargo;

/// <summary>A program that a workspace builds; its name need not be its package's.</summary>
public sealed record CargoBinary(CargoPackage Package, CargoTarget Target)
{
    public string Name => Target.Name;

    /// <summary>Features without which cargo does not build it.</summary>
    public IReadOnlyList<string> RequiredFeatures => Target.RequiredFeatures;
}

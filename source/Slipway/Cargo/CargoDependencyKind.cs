namespace Slipway.Cargo;

public enum CargoDependencyKind
{
    Normal,
    Development,
    Build,
}

using Nuke.Common;
using Slipway.Components;

// Stage 4: what a change does to the program that ships, measured against the commit that it comes from.
partial class Build : IBinarySize
{
    Target Gates => _ => _
        .Description("Stage 4: size of the program")
        .DependsOn(Test)
        .DependsOn<IBinarySize>()
        .Executes(() => ((IHazGates)this).RequireGates(nameof(IBinarySize.BinarySize)));
}

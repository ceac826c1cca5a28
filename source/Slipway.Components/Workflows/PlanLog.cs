using Serilog;
using Slipway.Workflows;

namespace Slipway.Components;

internal static class PlanLog
{
    public static void Warn(PipelinePlan plan)
    {
        foreach (var diagnostic in plan.Diagnostics.Where(x => !x.IsError))
            Log.Warning("{Diagnostic:l}", diagnostic.ToString());
    }
}

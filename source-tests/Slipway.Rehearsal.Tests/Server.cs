using Slipway.Rehearsal.Calls;
using Slipway.Rehearsal.Faults;
using Slipway.Rehearsal.Hosting;

namespace Slipway.Rehearsal.Tests;

internal static class Server
{
    public static ServerContext Context(FaultPlan? faults = null, TimeProvider? time = null, params string[] secrets) =>
        new(time ?? TimeProvider.System, faults ?? new FaultPlan(), new CallLog(new Redaction(secrets)));
}

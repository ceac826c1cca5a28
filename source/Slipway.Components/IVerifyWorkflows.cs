using System.Globalization;
using Nuke.Common;
using Serilog;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>Brings <c>VerifyWorkflows</c>: the committed files are those that the build class describes.</summary>
public interface IVerifyWorkflows : IHazWorkflows
{
    Target VerifyWorkflows => _ => _
        .Description("Compares .github with the attributes of the build class")
        .Executes(() => this.Explain(() =>
        {
            var set = WorkflowSet.Of(this);
            PlanLog.Warn(set.Plan);
            var found = new List<WorkflowDiagnostic>();
            foreach (var file in set.Files)
            {
                if (file.Compare(RootDirectory) is { } difference)
                    found.Add(difference);
            }

            found.AddRange(set.FindAbandoned(RootDirectory).Select(file => WorkflowDiagnostic.Error(
                "WF010", file, "no workflow of the build class makes it.", "Run ./build.sh GenerateWorkflows, which removes it.")));
            if (found.Count > 0)
                throw new SlipwayException(ErrorKind.Verdict, string.Join('\n', found));
            Log.Information("{Count:l} files are as they should be", set.Files.Count.ToString(CultureInfo.InvariantCulture));
        }));
}

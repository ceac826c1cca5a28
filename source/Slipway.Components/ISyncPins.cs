using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>Brings <c>SyncPins</c>: carries versions of actions from the workflows, where a bot has changed them, into the table.</summary>
public interface ISyncPins : IHazWorkflows
{
    Target SyncPins => _ => _
        .Description("Carries the versions of actions from .github back into the build")
        .Executes(() => this.Explain(() =>
        {
            var files = WorkflowSet.Of(this).Files
                .Select(file => (file.Path, Full: Path.Combine(RootDirectory, file.Path)))
                .Where(file => File.Exists(file.Full))
                .Select(file => (file.Path, File.ReadAllText(file.Full)));
            var name = RootDirectory.GetUnixRelativePathTo(ActionPinsFile).ToString();
            if (!File.Exists(ActionPinsFile))
                throw new SlipwayException(ErrorKind.Configuration, $"{name} is not there.", "Let ActionPinsFile of the build class name the file with the table of actions.");
            var before = File.ReadAllText(ActionPinsFile);
            var known = PinSource.Read(before);
            var pins = PinReader.Merge(files);
            var after = PinSource.With(before, pins, name);
            foreach (var pin in pins)
            {
                if (known.Find(pin.Repository) is { } old && old != pin with { Repository = old.Repository })
                    Log.Information("{Action:l}: {Before:l} → {After:l}", pin.Repository, old.Tag, pin.Tag);
            }

            if (after == before)
                Log.Information("{File:l} has the versions of the workflows already", name);
            else
                AtomicFile.WriteText(ActionPinsFile, after);
            IGenerateWorkflows.Generate(this);
        }));
}

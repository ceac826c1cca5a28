using System.ComponentModel;
using Nuke.Common;
using Nuke.Common.IO;

namespace Nuke.Embedded.Tests.IO;

/// <summary>The working directory belongs to the whole process, so nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(WorkingDirectoryTests), DisableParallelization = true)]
[Collection(nameof(WorkingDirectoryTests))]
public class WorkingDirectoryTests : TemporaryFolder
{
    [Fact]
    public void The_working_directory_is_restored_on_disposal()
    {
        var before = EnvironmentInfo.WorkingDirectory;

        using (Root.SwitchWorkingDirectory())
            TypeDescriptor.GetConverter(typeof(AbsolutePath)).ConvertFromInvariantString("a").ShouldBe(EnvironmentInfo.WorkingDirectory / "a");

        EnvironmentInfo.WorkingDirectory.ShouldBe(before);
    }
}

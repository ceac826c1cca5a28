using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI;

/// <summary>The part of a split target that this run does, as <c>--partition</c> says.</summary>
public class PartitionAttribute(int total) : ValueInjectionAttributeBase
{
    /// <summary>How many parts there are.</summary>
    public int Total { get; } = total;

    // A run of part 1 of 3 belongs to the target that is split in three; others do all of their work.
    public override object GetValue(MemberInfo member, object instance)
        => Build.Partition.Total == Total ? Build.Partition : Partition.Single;
}

namespace Nuke.Common;

/// <summary>Turns parts of the standard output off; all of it when none is named.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class DisableDefaultOutputAttribute(params DefaultOutput[] disabledOutputs) : Attribute
{
    internal bool Disables(DefaultOutput output) => disabledOutputs.Length == 0 || Array.Exists(disabledOutputs, x => x == output);

    /// <summary>Whether the attribute counts in this run.</summary>
    public virtual bool IsApplicable(INukeBuild build) => true;
}

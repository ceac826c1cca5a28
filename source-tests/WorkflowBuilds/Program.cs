using WorkflowBuilds;

return Environment.GetEnvironmentVariable("BUILD_PROGRAM") switch
{
    nameof(TwoBinariesBuild) => TwoBinariesBuild.Start(),
    nameof(OverridingBuild) => OverridingBuild.Start(),
    nameof(QuarantineBuild) => QuarantineBuild.Start(),
    nameof(WrongBuild) => WrongBuild.Start(),
    var other => throw new InvalidOperationException($"There is no build program '{other}'."),
};

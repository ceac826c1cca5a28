using System;
using BuildPrograms;

return Environment.GetEnvironmentVariable("BUILD_PROGRAM") switch
{
    nameof(TargetsBuild) => TargetsBuild.Start(),
    nameof(ParametersBuild) => ParametersBuild.Start(),
    nameof(ComponentsBuild) => ComponentsBuild.Start(),
    nameof(AmbiguousBuild) => AmbiguousBuild.Start(),
    nameof(CircularBuild) => CircularBuild.Start(),
    nameof(ParallelBuild) => ParallelBuild.Start(),
    nameof(HooksBuild) => HooksBuild.Start(),
    nameof(SecretsBuild) => SecretsBuild.Start(),
    nameof(RequirementsBuild) => RequirementsBuild.Start(),
    nameof(FailuresBuild) => FailuresBuild.Start(),
    nameof(OutputBuild) => OutputBuild.Start(),
    nameof(InheritanceBuild) => InheritanceBuild.Start(),
    nameof(DuplicateBuild) => DuplicateBuild.Start(),
    nameof(TypesBuild) => TypesBuild.Start(),
    nameof(StaticReadonlyBuild) => StaticReadonlyBuild.Start(),
    nameof(ApiSurface) => ApiSurface.Start(),
    nameof(ProcessesBuild) => ProcessesBuild.Start(),
    nameof(DocumentedBuild) => DocumentedBuild.Start(),
    nameof(StandardComponentsBuild) => StandardComponentsBuild.Start(),
    var other => throw new InvalidOperationException($"There is no build program '{other}'."),
};

namespace Nuke.Common.Tooling;

/// <summary>A tool that targets can require.</summary>
public interface IRequireTool;

/// <summary>A tool that targets can require in a version.</summary>
public interface IRequireToolWithVersion : IRequireTool;

/// <summary>A tool that is on PATH.</summary>
public interface IRequirePathTool : IRequireTool;

/// <summary>A tool out of a NuGet package.</summary>
public interface IRequireNuGetPackage : IRequireToolWithVersion;

/// <summary>A tool out of an npm package.</summary>
public interface IRequireNpmPackage : IRequireToolWithVersion;

/// <summary>A tool that Debian's package manager installs.</summary>
public interface IRequireAptGetPackage : IRequireToolWithVersion;

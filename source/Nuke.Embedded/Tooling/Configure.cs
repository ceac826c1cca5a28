namespace Nuke.Common.Tooling;

/// <summary>Changes options: takes them and returns the changed ones.</summary>
public delegate T Configure<T>(T options);

/// <summary>Changes options with the help of a further value.</summary>
public delegate TOptions Configure<TOptions, in TValue>(TOptions options, TValue value)
    where TOptions : new();

/// <summary>Makes several options out of one; a tool runs once for each.</summary>
public delegate IEnumerable<T> CombinatorialConfigure<T>(T options)
    where T : new();

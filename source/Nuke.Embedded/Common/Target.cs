namespace Nuke.Common;

/// <summary>Defines a target: a property of this type on a build class or component is a target.</summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);

/// <summary>Defines the target that sets a context up; see <see cref="ITargetDefinition.DependsOnContext{T}"/>.</summary>
public delegate ITargetDefinition Setup(ITargetDefinition definition);

/// <summary>Defines the target that takes a context down; see <see cref="ITargetDefinition.DependsOnContext{T}"/>.</summary>
public delegate ITargetDefinition Cleanup(ITargetDefinition definition);

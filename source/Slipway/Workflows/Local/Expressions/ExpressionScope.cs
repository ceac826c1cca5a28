using System.Collections.Immutable;

namespace Slipway.Workflows.Local.Expressions;

/// <summary>What an expression can see where it stands.</summary>
public sealed record ExpressionScope
{
    public static ExpressionScope Empty { get; } = new();

    public ImmutableDictionary<string, ExpressionValue> Contexts { get; private init; } =
        ImmutableDictionary.Create<string, ExpressionValue>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How it went so far, in an <c>if</c>.</summary>
    public ExpressionStatus? Status { get; private init; }

    /// <summary>The hash of the files that match patterns, where there is a workspace.</summary>
    public Func<IReadOnlyList<string>, string>? HashFiles { get; private init; }

    public ExpressionScope With(string context, ExpressionValue value) => this with { Contexts = Contexts.SetItem(context, value) };

    public ExpressionScope Without(string context) => this with { Contexts = Contexts.Remove(context) };

    public ExpressionScope WithStatus(ExpressionStatus status) => this with { Status = status };

    public ExpressionScope WithHashFiles(Func<IReadOnlyList<string>, string> hashFiles) => this with { HashFiles = hashFiles };

    internal string Hash(IReadOnlyList<string> patterns) =>
        HashFiles?.Invoke(patterns) ?? throw new ExpressionException("hashFiles can only stand in a step.");
}

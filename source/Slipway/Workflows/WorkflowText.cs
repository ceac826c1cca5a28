using System.Globalization;

namespace Slipway.Workflows;

/// <summary>A value in a workflow: text with expressions in it, a number, or a truth value.</summary>
public sealed record WorkflowText
{
    private WorkflowText(string value, bool isText = true)
    {
        Value = value;
        IsText = isText;
    }

    public string Value { get; }

    /// <summary>Whether YAML must read it as text.</summary>
    public bool IsText { get; }

    /// <summary>Text and expressions behind one another.</summary>
    public static WorkflowText Join(params IEnumerable<WorkflowText> parts) => new(string.Concat(parts.Select(part => part.Value)));

    public static WorkflowText Of(string literal) => new(literal);

    public static WorkflowText Of(Expression expression) => new(expression.ToString());

    public static WorkflowText Of(bool value) => new(value ? "true" : "false", isText: false);

    public static WorkflowText Of(int value) => new(value.ToString(CultureInfo.InvariantCulture), isText: false);

#pragma warning disable CA2225 // Of is the named alternate
    public static implicit operator WorkflowText(string literal) => Of(literal);

    public static implicit operator WorkflowText(Expression expression) => Of(expression);

    public static implicit operator WorkflowText(bool value) => Of(value);

    public static implicit operator WorkflowText(int value) => Of(value);
#pragma warning restore CA2225

    public override string ToString() => Value;
}

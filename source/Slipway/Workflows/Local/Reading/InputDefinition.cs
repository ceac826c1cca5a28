using System.Collections.Immutable;
using Slipway.Workflows.Local.Expressions;

namespace Slipway.Workflows.Local.Reading;

/// <summary>What a person can say when starting a workflow by hand.</summary>
/// <param name="Type">string, boolean, number, choice or environment.</param>
/// <param name="Options">The choices, when it is one.</param>
public sealed record InputDefinition(
    string Name,
    string Type,
    string? Default,
    bool IsRequired,
    ImmutableArray<string> Options)
{
    /// <summary>The value as expressions see it.</summary>
    /// <exception cref="SlipwayException">It does not fit.</exception>
    public ExpressionValue Read(string? given)
    {
        var text = given ?? Default;
        if (text is null && IsRequired)
            throw Wrong("is required", $"Give it with --input {Name}=VALUE.");
        switch (Type)
        {
            case "boolean":
                return text is null or "false" ? ExpressionValue.Of(false)
                    : text == "true" ? ExpressionValue.Of(true)
                    : throw Wrong($"is '{text}'", "It can be true or false.");
            case "number":
                var number = ExpressionValue.ParseNumber(text ?? "0");
                return double.IsNaN(number) ? throw Wrong($"is '{text}'", "It must be a number.") : ExpressionValue.Of(number);
            case "choice" when (text ?? Options.FirstOrDefault()) is var choice:
                return choice is null || Options.Contains(choice)
                    ? ExpressionValue.Of(choice ?? "")
                    : throw Wrong($"is '{choice}'", $"It can be {string.Join(", ", Options)}.");
            default:
                return ExpressionValue.Of(text ?? "");
        }
    }

    private SlipwayException Wrong(string what, string hint) =>
        new(ErrorKind.Configuration, $"The input {Name} {what}.", hint);
}

namespace Slipway.Workflows.Local.Expressions;

/// <summary>What is wrong with an expression, before it is known where the expression stands.</summary>
public sealed class ExpressionException(string message) : Exception(message)
{
    public SlipwayException At(SourceLocation? location) => new(ErrorKind.Configuration, Message, location: location, cause: this);
}

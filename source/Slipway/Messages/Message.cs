using System.Collections.Immutable;

namespace Slipway.Messages;

/// <summary>What people are told; each channel makes of it what its readers see.</summary>
/// <param name="Identity">The same for two messages that say the same to the same people: a second sending has it too.</param>
/// <param name="Headline">One line, without marks.</param>
/// <param name="Title">Of the text.</param>
/// <param name="Link">Where there is more to see; null when it is nowhere.</param>
/// <param name="Text">Markdown; may be empty.</param>
public sealed record Message(string Identity, string Headline, string Title, Uri? Link, string Text, ImmutableArray<MessageField> Fields, MessageTone Tone);

/// <summary>One of the facts beside a message's text.</summary>
/// <param name="Lines">What is said, from the most important on; a field that says nothing is not shown.</param>
public sealed record MessageField(string Name, ImmutableArray<string> Lines)
{
    public MessageField(string name, string? line) : this(name, string.IsNullOrEmpty(line) ? [] : [line])
    {
    }
}

/// <summary>Whether a message is a good or a bad one.</summary>
public enum MessageTone
{
    Good,
    Bad,
}

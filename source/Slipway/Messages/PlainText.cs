using System.Text;

namespace Slipway.Messages;

/// <summary>A message as plain text, for mail and the console.</summary>
public static class PlainText
{
    public static string Of(Message message)
    {
        var text = new StringBuilder().Append(message.Headline).Append("\n\n");
        foreach (var field in message.Fields.Where(field => !field.Lines.IsEmpty))
            text.Append(field.Lines is [var line] ? $"{field.Name}: {line}\n" : $"{field.Name}:\n{string.Concat(field.Lines.Select(x => $"  {x}\n"))}");
        if (message.Link is { } link)
            text.Append(message.Title).Append(": ").Append(link.AbsoluteUri).Append('\n');
        if (message.Text.Trim() is { Length: > 0 } body)
            text.Append('\n').Append(body.ReplaceLineEndings("\n")).Append('\n');
        return text.ToString();
    }
}

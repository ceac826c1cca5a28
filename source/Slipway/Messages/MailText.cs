using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace Slipway.Messages;

/// <summary>A message as mail: plain text.</summary>
internal static class MailText
{
    private const int MostOfSubject = 200;

    public static MimeMessage Of(Message message, MailSettings settings, DateTimeOffset time)
    {
        var mail = new MimeMessage
        {
            MessageId = IdOf(message, settings),
            Date = time,
            Subject = Excerpt.Line(message.Headline, MostOfSubject),
            Body = new TextPart("plain") { Text = PlainText.Of(message) },
        };
        mail.From.Add(settings.From);
        mail.To.AddRange(settings.To);
        // No out-of-office notes in answer: https://www.rfc-editor.org/rfc/rfc3834#section-5
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return mail;
    }

    // The same for the same message: mail programs show a second sending once.
    private static string IdOf(Message message, MailSettings settings)
    {
        const int Length = 32;
        return $"slipway.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.Identity)))[..Length]}@{settings.From.Domain}";
    }
}

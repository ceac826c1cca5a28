using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Slipway.Rehearsal.Mail;

/// <summary>The mails, each in a file as mail programs open it, with the envelope in the first lines.</summary>
internal sealed class MailStore(string folder)
{
    private const string From = "X-Envelope-From: ";
    private const string To = "X-Envelope-To: ";

    private readonly Lock _lock = new();

    public ImmutableArray<ReceivedMail> Mails => [.. Files().Select(Read)];

    public void Add(ReceivedMail mail)
    {
        lock (_lock)
        {
            var number = Files().Count() + 1;
            var envelope = string.Concat(mail.Recipients.Select(recipient => $"{To}{recipient}\r\n").Prepend($"{From}{mail.From}\r\n"));
            AtomicFile.WriteBytesAsync(
                Path.Combine(folder, number.ToString("D4", CultureInfo.InvariantCulture) + ".eml"),
                Encoding.Latin1.GetBytes(envelope + mail.Text)).GetAwaiter().GetResult();
        }
    }

    private IEnumerable<string> Files() => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal) : [];

    private static ReceivedMail Read(string file)
    {
        var lines = File.ReadAllText(file, Encoding.Latin1).Split("\r\n");
        var recipients = lines.Skip(1).TakeWhile(line => line.StartsWith(To, StringComparison.Ordinal)).Select(line => line[To.Length..]).ToImmutableArray();
        return new ReceivedMail(lines[0][From.Length..], recipients, string.Join("\r\n", lines.Skip(1 + recipients.Length)));
    }
}

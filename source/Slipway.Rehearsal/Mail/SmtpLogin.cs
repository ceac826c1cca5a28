using System.Text;

namespace Slipway.Rehearsal.Mail;

/// <summary>Lets a sender say who it is.</summary>
internal sealed class SmtpLogin(MailOptions options)
{
    public bool IsDone { get; private set; } = options.User is null;

    /// <param name="ask">Sends a question, and reads the answer.</param>
    public async Task<string> AuthenticateAsync(string line, Func<string, Task<string?>> ask)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length > 2 ? words[2] : null;
        var (user, password) = words.ElementAtOrDefault(1)?.ToUpperInvariant() switch
        {
            "PLAIN" => Plain(first ?? await ask("334 ")),
            "LOGIN" => (Text(first ?? await ask("334 VXNlcm5hbWU6")), Text(await ask("334 UGFzc3dvcmQ6"))),
            _ => (null, null),
        };
        if (user is null || password is null)
            return "504 Only PLAIN and LOGIN are known";
        if (options.User is not null && (user != options.User || password != options.Password))
            return "535 Authentication credentials invalid";
        IsDone = true;
        return "235 Authentication successful";
    }

    private static (string?, string?) Plain(string? answer) =>
        Text(answer)?.Split('\0') is [_, var user, var password] ? (user, password) : (null, null);

    private static string? Text(string? answer)
    {
        try
        {
            return answer is null ? null : Encoding.UTF8.GetString(Convert.FromBase64String(answer));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

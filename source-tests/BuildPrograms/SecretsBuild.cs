using System;
using Nuke.Common;
using Serilog;

namespace BuildPrograms;

class SecretsBuild : NukeBuild
{
    public static int Start() => Execute<SecretsBuild>(x => x.Leak);

    [Parameter("What must not be seen.")][Secret] readonly string Token;
    [Parameter][Secret] readonly int? Pin;

    Target Leak => _ => _
        .Executes(() =>
        {
            Log.Information("the token is {Token}", Token);
            Console.WriteLine("written: " + Token);
            Console.Write("in two ");
            Console.Write(Token[..4]);
            Console.WriteLine(Token[4..]);
            Console.WriteLine("escaped: " + Uri.EscapeDataString(Token));
            ReportSummary(_ =>
            {
                _.Add("Token", Token);
                return _;
            });
            throw new InvalidOperationException($"could not log in with {Token}");
        });
}

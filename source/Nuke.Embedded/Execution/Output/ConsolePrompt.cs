using Nuke.Common.CI;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Asks a person for a missing value; never where nobody could answer.</summary>
internal static class ConsolePrompt
{
    public static bool IsPossible => Host.Instance is not IBuildServer && !Console.IsInputRedirected && !Console.IsOutputRedirected;

    public static object? Ask(BuildParameter parameter, object build)
    {
        var values = parameter.GetValueSet(build);
        while (true)
        {
            BuildConsole.Current.WriteLine($"{parameter.Option} has no value. {parameter.Description}".TrimEnd());
            if (values != null)
                BuildConsole.Current.WriteLine("One of: " + string.Join(", ", values));
            BuildConsole.Current.WriteLine("Value (empty to give up):");
            BuildConsole.Current.Flush();
            var text = parameter.IsSecret ? ReadHidden() : Console.ReadLine();
            if (string.IsNullOrWhiteSpace(text))
                return null;
            if (parameter.IsSecret)
                SecretMask.Add(text);

            try
            {
                return ParameterConverter.Convert([text], parameter, EnvironmentInfo.WorkingDirectory);
            }
            catch (FormatException exception)
            {
                BuildConsole.Current.WriteLine(exception.Message + ".");
            }
        }
    }

    private static string ReadHidden()
    {
        var text = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                text.Length = Math.Max(0, text.Length - 1);
            else
                text.Append(key.KeyChar);
        }

        return text.ToString();
    }
}

namespace Bootstrap.Tests;

/// <summary>The files of the build program that the tests compile.</summary>
public static class Fixture
{
    /// <summary>
    /// With a file "hold" beside the repository's scripts, a compile says so in "held" and goes on when "hold" is gone;
    /// "late.cs" there takes the answer's place when its old text has been compiled.
    /// </summary>
    public const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <InvariantGlobalization>true</InvariantGlobalization>
            <DefineConstants Condition="'$(NukeEngine)' == 'Package'">$(DefineConstants);PACKAGE</DefineConstants>
            <Root>$(MSBuildThisFileDirectory)../</Root>
          </PropertyGroup>
          <Target Name="Hold" BeforeTargets="CoreCompile" Condition="Exists('$(Root)hold')">
            <Exec Command="touch held; while [ -e hold ]; do sleep 0.05; done" WorkingDirectory="$(Root)" />
          </Target>
          <Target Name="Late" AfterTargets="CoreCompile" Condition="Exists('$(Root)late.cs')">
            <Exec Command="mv late.cs build/Answer.cs" WorkingDirectory="$(Root)" />
          </Target>
        </Project>
        """;

    public const string Program =
        """
        Console.WriteLine("answer " + Answer.Text);
        Console.WriteLine("in " + Environment.CurrentDirectory);
        foreach (var argument in args.Skip(1)) Console.WriteLine($"<{argument}>");
        if (args is ["echo", ..]) Console.OpenStandardInput().CopyTo(Console.OpenStandardOutput());
        #if PACKAGE
        Console.WriteLine("with the genuine engine");
        #endif
        return args is ["exit", var code] ? int.Parse(code) : 0;
        """;

    public static string Answer(string text) => $"static class Answer {{ public const string Text = \"{text}\"; }}\n";
}

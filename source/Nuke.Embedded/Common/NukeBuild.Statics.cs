using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    private static AbsolutePath? TemporaryDirectoryField;

    /// <summary>The folder that holds <c>.nuke</c>: <c>--root</c>, else the nearest above the working directory, else above the program.</summary>
    public static AbsolutePath RootDirectory
    {
        get => field ??= RootLocator.Find();
        internal set;
    }

    /// <summary>Scratch space, ignored by git.</summary>
    public static AbsolutePath TemporaryDirectory
    {
        get
        {
            if (TemporaryDirectoryField == null)
            {
                var directory = RootDirectory / ".nuke" / "temp";
                try
                {
                    Directory.CreateDirectory(directory);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    // A repository that only can be read is no obstacle to what does not write.
                }

                TemporaryDirectoryField = directory;
            }

            return TemporaryDirectoryField;
        }
    }

    public static AbsolutePath BuildAssemblyFile
        => Assembly.GetEntryAssembly()?.Location is { Length: > 0 } location ? AbsolutePath.Create(location) : null!;

    public static AbsolutePath BuildAssemblyDirectory => BuildAssemblyFile?.Parent!;

    public static AbsolutePath BuildProjectFile => RootLocator.FindBuildProject(BuildAssemblyDirectory)!;

    public static AbsolutePath BuildProjectDirectory => BuildProjectFile?.Parent!;

    public static Verbosity Verbosity
    {
        get => (Verbosity)Logging.Level;
        set => Logging.Level = (LogLevel)value;
    }

    public static Host Host
    {
        get => Host.Instance;
        set => Host.Instance = value;
    }

    /// <summary>The parameter files that <c>--profile</c> names.</summary>
    public static string[] LoadedLocalProfiles => [.. ParameterService.Current.Profiles];

    public static bool IsLocalBuild => !IsServerBuild;

    public static bool IsServerBuild => Host is IBuildServer;

    AbsolutePath INukeBuild.RootDirectory => RootDirectory;
    AbsolutePath INukeBuild.TemporaryDirectory => TemporaryDirectory;
    AbsolutePath INukeBuild.BuildAssemblyFile => BuildAssemblyFile;
    AbsolutePath INukeBuild.BuildAssemblyDirectory => BuildAssemblyDirectory;
    AbsolutePath INukeBuild.BuildProjectFile => BuildProjectFile;
    AbsolutePath INukeBuild.BuildProjectDirectory => BuildProjectDirectory;
    Verbosity INukeBuild.Verbosity => Verbosity;
    Host INukeBuild.Host => Host;
    bool INukeBuild.IsLocalBuild => IsLocalBuild;
    bool INukeBuild.IsServerBuild => IsServerBuild;

    T INukeBuild.TryGetValue<T>(Expression<Func<T>> parameterExpression) => (T)TryGetValue(parameterExpression)!;

    T INukeBuild.TryGetValue<T>(Expression<Func<object>> parameterExpression) => (T)TryGetValue(parameterExpression)!;

    private object? TryGetValue(LambdaExpression expression)
    {
        var member = MemberAccess.OfExpression(expression);
        var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>(inherit: true)
            ?? throw new BuildUsageException(
                $"TryGetValue: {member.DeclaringType!.Name}.{member.Name} carries no injection attribute. Add [Parameter] or another one.");
        return attribute.TryGetValue(member, this);
    }
}

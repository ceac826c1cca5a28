using CliWrap;

namespace Bootstrap.Tests;

/// <summary>Somebody who owns a repository but for some folders in it; not root, for whom permissions do not count.</summary>
public sealed record User(string Mend, Command Start)
{
    private const string Nobody = "65534";

    public static async Task<User> WithoutRightsAsync(Repository repository, params string[] folders)
    {
        var start = repository.Command("./build.sh");
        if (!Environment.IsPrivilegedProcess)
        {
            foreach (var folder in folders)
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            return new User("chmod -R u+w", start);
        }

        var home = repository.Beside("home");
        await Repository.RunAsync("chmod", "a+rx", Path.GetDirectoryName(home)!);
        await Repository.RunAsync("chown", "-R", Nobody, repository.Root, home);
        foreach (var folder in folders)
            await Repository.RunAsync("chown", "0", folder);
        return new User("sudo chown -R nobody", start
            .WithTargetFile("setpriv")
            .WithArguments(["--reuid", Nobody, "--clear-groups", start.TargetFilePath])
            .With(("HOME", home)));
    }
}

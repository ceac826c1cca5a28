using Slipway.Processes;
using Slipway.Rehearsal.Crates;
using Slipway.Rehearsal.Faults;

namespace Slipway.Rehearsal.Tests.Crates;

public class CargoTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cargo_publishes_a_workspace_and_installs_the_program_from_the_registry()
    {
        using var project = new CargoProject();
        var context = Server.Context();
        await using var server = await CratesServer.StartAsync(project.State, new RegistryOptions(), context);

        var published = await project.ReplacedAsync(server, "publish", "--workspace", "--registry", "rehearsal");
        published.Result.Succeeded.ShouldBeTrue(published.Error);
        var installed = await project.ReplacedAsync(server, "install", "galley", "--locked", "--root", project.Root);
        installed.Result.Succeeded.ShouldBeTrue(installed.Error);

        var run = await new ToolCommand(Path.Combine(project.Root, "bin", "galley")).ReadAsync(Token);
        run.Output.ShouldBe("hull 0.1.0\n");
        context.Log.Calls.Where(call => call.Method == "PUT").Select(call => (call.Path, call.Status))
            .ShouldBe(Enumerable.Repeat(("/api/v1/crates/new", (int?)200), 3));
    }

    [Fact]
    public async Task A_version_is_published_once_even_when_the_answer_is_lost_and_the_index_lags()
    {
        using var project = new CargoProject();
        var faults = new FaultPlan(new Fault("PUT", "/api/v1/crates/new") { Status = 502, Commits = true });
        await using (var server = await CratesServer.StartAsync(project.State, new RegistryOptions { IndexLag = TimeSpan.FromMinutes(5) }, Server.Context(faults)))
        {
            (await project.PublishAsync(server, "-p", "hull")).Error.ShouldContain("got 502");
            (await project.PublishAsync(server, "-p", "hull")).Error.ShouldContain("(status 400 Bad Request): crate version `0.1.0` is already uploaded");
        }

        await using var restarted = await CratesServer.StartAsync(project.State, new RegistryOptions(), Server.Context());
        (await project.PublishAsync(restarted, "-p", "hull")).Error.ShouldContain("crate hull@0.1.0 already exists");
    }

    [Fact]
    public async Task Cargo_waits_until_the_index_has_caught_up()
    {
        using var project = new CargoProject();
        var context = Server.Context(new FaultPlan(new Fault("PUT", "/api/v1/crates/new") { IndexLag = TimeSpan.FromSeconds(2) }));
        await using var server = await CratesServer.StartAsync(project.State, new RegistryOptions(), context);

        (await project.PublishAsync(server, "-p", "hull")).Result.Succeeded.ShouldBeTrue();

        var afterwards = context.Log.Calls.SkipWhile(call => call.Method != "PUT").Where(call => call.Path == "/index/hu/ll/hull").ToList();
        afterwards[0].Status.ShouldBe(404);
        afterwards[^1].Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_yanked_version_is_not_installed_until_it_is_unyanked()
    {
        using var project = new CargoProject();
        await using var server = await CratesServer.StartAsync(project.State, new RegistryOptions(), Server.Context());
        (await project.PublishAsync(server, "--workspace")).Result.Succeeded.ShouldBeTrue();

        (await project.CargoAsync(server, "yank", "galley@0.1.0", "--registry", "rehearsal")).Result.Succeeded.ShouldBeTrue();
        (await project.ReplacedAsync(server, "install", "galley", "--root", project.Root)).Error.ShouldContain("could not find `galley`");
        (await project.CargoAsync(server, "yank", "--undo", "galley@0.1.0", "--registry", "rehearsal")).Result.Succeeded.ShouldBeTrue();
        (await project.ReplacedAsync(server, "info", "galley", "--registry", "rehearsal")).Output.ShouldContain("version: 0.1.0");
    }

    [Fact]
    public async Task Owners_are_listed_and_added_and_crates_found()
    {
        using var project = new CargoProject();
        await using var server = await CratesServer.StartAsync(project.State, new RegistryOptions { Login = "ada" }, Server.Context());
        (await project.PublishAsync(server, "-p", "hull")).Result.Succeeded.ShouldBeTrue();

        (await project.CargoAsync(server, "owner", "--add", "grace", "hull", "--registry", "rehearsal")).Result.Succeeded.ShouldBeTrue();
        (await project.CargoAsync(server, "owner", "--list", "hull", "--registry", "rehearsal")).Output.ShouldContain("grace");
        (await project.CargoAsync(server, "owner", "--remove", "grace", "hull", "--registry", "rehearsal")).Result.Succeeded.ShouldBeTrue();
        (await project.CargoAsync(server, "owner", "--remove", "ada", "hull", "--registry", "rehearsal")).Error.ShouldContain("at least one individual owner");
        (await project.CargoAsync(server, "search", "hul", "--registry", "rehearsal")).Output.ShouldContain("hull = \"0.1.0\"");
    }

    [Fact]
    public async Task A_wrong_token_is_refused()
    {
        using var project = new CargoProject();
        await using var server = await CratesServer.StartAsync(project.State, new RegistryOptions(), Server.Context());

        var output = await project.PublishAsync(server, "-p", "hull", "--token", "cio_wrong");

        output.Error.ShouldContain("403");
        output.Error.ShouldContain("authentication failed");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Crates_of_others_come_from_what_this_machine_has(bool fromCargo)
    {
        // Another registry and another cargo bring them, as crates.io would.
        using var theirs = new CargoProject("1.2.3", "their_", "[features]\ndefault = [\"wood\"]\nwood = []\n");
        await using var upstream = await CratesServer.StartAsync(theirs.State, new RegistryOptions(), Server.Context());
        (await theirs.PublishAsync(upstream, "--workspace")).Result.Succeeded.ShouldBeTrue();
        (await theirs.ReplacedAsync(upstream, "install", "their_galley", "--root", theirs.Root)).Result.Succeeded.ShouldBeTrue();
        var cache = Directory.GetDirectories(Path.Combine(theirs.Home, "registry", "cache")).Single();

        using var project = new CargoProject();
        var options = fromCargo ? new RegistryOptions { CargoHome = theirs.Home } : new RegistryOptions { CrateFolder = cache };
        await using var server = await CratesServer.StartAsync(project.State, options, Server.Context());
        File.AppendAllText(Path.Combine(project.Folder, "crates", "galley", "Cargo.toml"), "\ntheir_oars = \"1.2\"\n");

        var published = await project.PublishAsync(server, "--workspace");
        published.Result.Succeeded.ShouldBeTrue(published.Error);
        var installed = await project.ReplacedAsync(server, "install", "galley", "--locked", "--root", project.Root);
        installed.Result.Succeeded.ShouldBeTrue(installed.Error);
        installed.Error.ShouldContain("Compiling their_oars v1.2.3");
    }
}

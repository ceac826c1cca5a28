using System.Collections;
using Slipway.Cargo;
using Slipway.Proofs;

namespace Slipway.Tests.Proofs;

public class ProofKeyTests
{
    private static readonly Snapshot Files = new("/root", [new FileState("/root/a.rs", "1"), new FileState("/root/b.txt", "2")]);

    private static readonly ProofInputs Inputs = new ProofInputs("Lint").With("one");

    private static readonly ProofKey Key = ProofKey.Of(Inputs, Files, ["rustc 1"], ["RUSTFLAGS=a"]);

    [Fact]
    public void The_same_inputs_have_the_same_key() =>
        ProofKey.Of(new ProofInputs("Lint").With("one"), new Snapshot("/root", [.. Files.Files]), ["rustc 1"], ["RUSTFLAGS=a"]).ShouldBe(Key);

    [Fact]
    public void Every_part_counts()
    {
        ProofKey[] keys =
        [
            Key,
            ProofKey.Of(Inputs.With("two"), Files, ["rustc 1"], ["RUSTFLAGS=a"]),
            ProofKey.Of(new ProofInputs("Lint").With("other"), Files, ["rustc 1"], ["RUSTFLAGS=a"]),
            ProofKey.Of(new ProofInputs("Format").With("one"), Files, ["rustc 1"], ["RUSTFLAGS=a"]),
            ProofKey.Of(Inputs.WithFiles(FileScope.Format), Files, ["rustc 1"], ["RUSTFLAGS=a"]),
            ProofKey.Of(Inputs, new Snapshot("/other", Files.Files), ["rustc 1"], ["RUSTFLAGS=a"]),
            ProofKey.Of(Inputs, new Snapshot("/root", [new FileState("/root/a.rs", "2"), Files.Files[1]]), ["rustc 1"], ["RUSTFLAGS=a"]),
            ProofKey.Of(Inputs, new Snapshot("/root", [new FileState("/root/c.rs", "1"), Files.Files[1]]), ["rustc 1"], ["RUSTFLAGS=a"]),
            ProofKey.Of(Inputs, new Snapshot("/root", [Files.Files[0]]), ["rustc 1"], ["RUSTFLAGS=a"]),
            ProofKey.Of(Inputs, Files, ["rustc 2"], ["RUSTFLAGS=a"]),
            ProofKey.Of(Inputs, Files, ["rustc 1", "one"], ["RUSTFLAGS=a"]),
            ProofKey.Of(Inputs, Files, ["rustc 1"], ["RUSTFLAGS=b"]),
            ProofKey.Of(Inputs, Files, ["rustc 1"], []),
        ];

        keys.Select(key => key.Digest).Distinct().Count().ShouldBe(keys.Length);
    }

    [Fact]
    public void A_command_counts_with_its_arguments_and_environment_and_not_with_its_colours()
    {
        var command = CargoCommand.Clippy.WithFolder("/ws");
        var plain = new ProofInputs("Lint").With(command);

        plain.Settings.ShouldBe(new ProofInputs("Lint").With(command.WithColor()).Settings);
        plain.Settings.ShouldNotBe(new ProofInputs("Lint").With(command.WithAllFeatures()).Settings);
        plain.Settings.ShouldNotBe(new ProofInputs("Lint").With(command.WithEnvironment("A", "1")).Settings);
        plain.Settings.ShouldNotBe(new ProofInputs("Lint").With(command.WithEnvironment("A", null)).Settings);
    }

    [Theory]
    [InlineData("RUSTFLAGS", true, true)]
    [InlineData("CARGO_ENCODED_RUSTFLAGS", true, true)]
    [InlineData("CC", true, true)]
    [InlineData("CFLAGS", true, true)]
    [InlineData("LD_LIBRARY_PATH", true, true)]
    [InlineData("LANG", false, true)]
    [InlineData("LC_ALL", false, true)]
    [InlineData("TZ", false, true)]
    [InlineData("CI", false, true)]
    [InlineData("HOME", false, true)]
    [InlineData("PATH", false, true)]
    [InlineData("NO_COLOR", false, true)]
    [InlineData("MY_OWN", false, true)]
    [InlineData("SHLVL", false, false)]
    [InlineData("SSH_CONNECTION", false, false)]
    [InlineData("OLDPWD", false, false)]
    [InlineData("CARGO_BUILD_JOBS", false, false)]
    public void Tests_depend_on_all_variables_but_those_of_a_session_and_tools_on_their_own(string name, bool countsForTools, bool countsForTests)
    {
        var variables = new Hashtable { [name] = "value" };

        Variables.Of(VariableScope.Tools, variables).Any().ShouldBe(countsForTools);
        Variables.Of(VariableScope.Everything, variables).Any().ShouldBe(countsForTests);
    }
}

using Nuke.Common;

namespace Nuke.Embedded.Tests.Utilities;

public class AssertTests
{
    [Fact]
    public void A_failure_names_what_was_checked()
    {
        string? nothing = null;
        int? number = null;
        var empty = Array.Empty<int>();

        Message(() => Nuke.Common.Assert.True(1 > 2)).ShouldBe("Expected '1 > 2' to be true");
        Message(() => Nuke.Common.Assert.False(2 > 1)).ShouldBe("Expected '2 > 1' to be false");
        Message(() => nothing.NotNull()).ShouldBe("Expected 'nothing' to have a value");
        Message(() => number.NotNull()).ShouldBe("Expected 'number' to have a value");
        Message(() => "".NotNullOrEmpty()).ShouldBe("Expected '\"\"' to be a text that is not empty");
        Message(() => nothing.NotNullOrWhiteSpace()).ShouldBe("Expected 'nothing' to be a text that is not blank");
        Message(() => Nuke.Common.Assert.NotEmpty(empty)).ShouldBe("Expected 'empty' to have items");
        Message(() => Nuke.Common.Assert.HasSingleItem(empty)).ShouldBe("Expected 'empty' to have 1 items, but it has 0");
        Message(() => Nuke.Common.Assert.Fail("no")).ShouldBe("no");
    }

    [Fact]
    public void A_given_message_is_used() => Message(() => Nuke.Common.Assert.True(false, "broken")).ShouldBe("broken");

    [Fact]
    public void What_is_there_is_returned()
    {
        "a".NotNull().ShouldBe("a");
        " ".NotNullOrEmpty().ShouldBe(" ");
        ((int?)1).NotNull().ShouldBe(1);
        Nuke.Common.Assert.Empty(Array.Empty<int>());
        Nuke.Common.Assert.Count([1, 2], 2);
    }

    [Fact]
    public void A_missing_file_or_directory_is_an_argument_error()
    {
        Should.Throw<ArgumentException>(() => Nuke.Common.Assert.FileExists("/no/file")).Message.ShouldContain("'/no/file'");
        Should.Throw<ArgumentException>(() => Nuke.Common.Assert.DirectoryExists("/no/dir")).Message.ShouldContain("'/no/dir'");
    }

    private static string Message(Action action) => Should.Throw<Exception>(action).Message;
}

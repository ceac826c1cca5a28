using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Embedded.Tests.Tooling;

public class EnumerationTests
{
    [Fact]
    public void A_value_is_its_text() => ((string)Profile.Release).ShouldBe("release-build");

    [Theory]
    [InlineData("Release")]
    [InlineData("release")]
    [InlineData("RELEASE")]
    public void A_value_is_found_by_the_name_of_its_field(string name)
        => TypeDescriptor.GetConverter(typeof(Profile)).ConvertFromInvariantString(name).ShouldBeSameAs(Profile.Release);

    [Fact]
    public void An_unknown_name_is_an_error_that_lists_the_known_ones()
        => Should.Throw<FormatException>(() => TypeDescriptor.GetConverter(typeof(Profile)).ConvertFromInvariantString("fast"))
            .Message.ShouldBe("'fast' is none of Debug, Release.");

    [Fact]
    public void Values_are_equal_by_text()
    {
        (Profile.Debug == Profile.Release).ShouldBeFalse();
        (Profile.Debug == Profile.Copy).ShouldBeTrue();
    }

    [Fact]
    public void An_enum_member_can_be_written_differently_from_its_name()
    {
        Image.Ubuntu.GetValue().ShouldBe("ubuntu-latest");
        Image.Other.GetValue().ShouldBe("Other");
    }

    private enum Image
    {
        [EnumValue("ubuntu-latest")]
        Ubuntu,
        Other,
    }

    [TypeConverter(typeof(TypeConverter<Profile>))]
    private sealed class Profile : Enumeration
    {
        public static readonly Profile Debug = new() { Value = nameof(Debug) };
        public static readonly Profile Release = new() { Value = "release-build" };

        internal static readonly Profile Copy = new() { Value = nameof(Debug) };
    }
}

using Newtonsoft.Json;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Embedded.Tests.IO;

public class SerializationTests : TemporaryFolder
{
    private sealed class Person
    {
        public string? Name { get; set; }

        public AbsolutePath? Home { get; set; }
    }

    [Fact]
    public void An_object_comes_back_from_its_json_file()
    {
        var file = (Root / "a.json").WriteJson(new Person { Name = "Ada", Home = "/home/ada" });

        file.ReadAllText().ShouldBe("{\n  \"Name\": \"Ada\",\n  \"Home\": \"/home/ada\"\n}\n");
        file.ReadJson<Person>().Home.ShouldBe((AbsolutePath)"/home/ada");
        file.UpdateJson<Person>(x => x.Name = "Bob").ReadJson()["Name"]!.ToString().ShouldBe("Bob");
        file.UpdateJson(x => x["Name"] = "Eve").ReadJson<Person>().Name.ShouldBe("Eve");
    }

    [Fact]
    public void Settings_decide_how_json_looks()
    {
        var settings = new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore };

        new Person { Name = "Ada" }.ToJson(settings).ShouldNotContain("Home");
        "{'Name':'Ada'}".GetJson<Person>().Name.ShouldBe("Ada");
        "{'Name':'Ada'}".GetJson()["Name"]!.ToString().ShouldBe("Ada");
    }

    [Fact]
    public void A_broken_json_file_is_an_error_with_file_and_line()
    {
        var file = (Root / "a.json").WriteAllText("{\n  \"Name\": nope }");

        Should.Throw<InvalidDataException>(() => file.ReadJson<Person>()).Message
            .ShouldStartWith($"File '{file}' cannot be read: ");
        Should.Throw<InvalidDataException>(() => file.ReadJson<Person>()).Message.ShouldContain("line 2");
    }

    [Fact]
    public void Xml_values_are_read_and_changed()
    {
        var file = (Root / "a.xml").WriteAllText("<a>\n  <b c=\"1\">x</b>\n  <b c=\"2\">y</b>\n</a>");

        XmlTasks.XmlPeek(file, "/a/b").ShouldBe(["x", "y"]);
        XmlTasks.XmlPeekSingle(file, "/a/b[1]/@c").ShouldBe("1");
        XmlTasks.XmlPeekSingle(file, "/a/d").ShouldBeNull();
        XmlTasks.XmlPeekElements(file, "//b").Count().ShouldBe(2);
        Should.Throw<Exception>(() => XmlTasks.XmlPeekSingle(file, "//b")).Message.ShouldBe($"'//b' finds more than one value in '{file}'");

        XmlTasks.XmlPoke(file, "/a/b[1]/@c", 3);
        XmlTasks.XmlPoke(file, "/a/b[2]", "z");

        file.ReadAllText().ShouldBe("<a>\n  <b c=\"3\">x</b>\n  <b c=\"2\">z</b>\n</a>\n");
        Should.Throw<Exception>(() => XmlTasks.XmlPoke(file, "/a/d", 1))
            .Message.ShouldBe($"'/a/d' must find exactly one value in '{file}', but finds none");
    }

    [Fact]
    public void Xml_namespaces_are_named_by_prefix()
    {
        var file = (Root / "a.xml").WriteAllText("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a xmlns=\"urn:x\"><b>1</b></a>");

        XmlTasks.XmlPoke(file, "/x:a/x:b", "2", ("x", "urn:x"));

        XmlTasks.XmlPeekSingle(file, "/x:a/x:b", ("x", "urn:x")).ShouldBe("2");
        file.ReadAllText().ShouldStartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    }
}

using System.Text;
using Nuke.Common.Utilities;

namespace Nuke.Embedded.Tests.Utilities;

public class CustomFileWriterTests
{
    [Fact]
    public void Lines_are_indented_and_end_in_a_line_feed()
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" })
        {
            var writer = new CustomFileWriter(text, indentationFactor: 2, commentPrefix: "#");
            writer.WriteComment("head");
            writer.WriteComment();
            writer.WriteLine("a:");
            using (writer.Indent())
            {
                writer.WriteLine("b:");
                using (writer.Indent())
                    writer.Write(x => x.WriteLine("c"));
                writer.WriteLine();
            }

            writer.WriteLine("d");
        }

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("# head\n#\na:\n  b:\n    c\n\nd\n");
    }
}

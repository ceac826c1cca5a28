using System.Text;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI;

/// <summary>Collects text and replaces the file with it as a whole when disposed, unless the content is the same.</summary>
internal sealed class ReplacingWriter(AbsolutePath file)
    : StreamWriter(new MemoryStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
{
    private bool _done;

    /// <summary>Leaves the file as it is: what has been written is not all.</summary>
    public void Abandon() => _done = true;

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_done)
        {
            _done = true;
            Flush();
            GeneratedFiles.WriteIfChanged(file, ((MemoryStream)BaseStream).ToArray());
        }

        base.Dispose(disposing);
    }
}

using System.Text;

namespace Slipway.Components;

/// <summary>Collects text with LF on every system, and gives it away when it is complete.</summary>
internal sealed class GeneratedTextWriter : StreamWriter
{
    private readonly Action<string> _complete;
    private bool _isDone;

    public GeneratedTextWriter(Action<string> complete)
        : base(new MemoryStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
    {
        _complete = complete;
        NewLine = "\n";
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDone)
        {
            _isDone = true;
            Flush();
            _complete(Encoding.UTF8.GetString(((MemoryStream)BaseStream).ToArray()));
        }

        base.Dispose(disposing);
    }
}

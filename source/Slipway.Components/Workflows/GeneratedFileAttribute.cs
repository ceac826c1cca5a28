using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Slipway.Components;

/// <summary>
/// A file for GitHub that is generated from the build class, by <c>GenerateWorkflows</c> or by NUKE's own
/// <c>--generate-configuration GitHubActions_NAME --host GitHubActions</c>: the same bytes.
/// </summary>
public abstract class GeneratedFileAttribute : ConfigurationAttributeBase
{
    private readonly string _postfix;

    private protected GeneratedFileAttribute(string postfix)
    {
        _postfix = postfix;
        // Files are written when somebody asks for it, not as a side effect of other runs.
        AutoGenerate = false;
    }

    public override string IdPostfix => _postfix;

    public override Type HostType => typeof(GitHubActions);

    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];

    public override IEnumerable<string> IrrelevantTargetNames => [];

    /// <summary>What has been generated last, instead of being written.</summary>
    internal string? Text { get; private set; }

    /// <summary>Whether the text is kept instead of being written.</summary>
    internal bool KeepsText { get; set; }

    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "#");

    protected override StreamWriter CreateStream() => new GeneratedTextWriter(text =>
    {
        if (KeepsText)
            Text = text;
        else
            AtomicFile.WriteTextAsync(ConfigurationFile, text).GetAwaiter().GetResult();
    });

    private protected sealed class TextEntity(string text) : ConfigurationEntity
    {
        public override void Write(CustomFileWriter writer)
        {
            foreach (var line in text.TrimEnd('\n').Split('\n'))
                writer.WriteLine(line);
        }
    }
}

using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
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

    /// <summary>What has been generated last, when it was not written.</summary>
    private string? _generated;
    private Prepared? _prepared;

    /// <summary>The targets that the file is about.</summary>
    private protected abstract IEnumerable<string> TargetNames { get; }

    public sealed override IEnumerable<string> RelevantTargetNames => _prepared == null ? TargetNames : [_prepared.AnyTarget];

    /// <summary>The text of the file, with the header that NUKE gives it.</summary>
    internal string Generate(IReadOnlyCollection<ExecutableTarget> targets, Prepared prepared)
    {
        _prepared = prepared;
        try
        {
            Generate(targets);
            return _generated!;
        }
        finally
        {
            _prepared = null;
        }
    }

    public sealed override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets) =>
        new TextEntity(_prepared?.Text ?? Render(relevantTargets));

    internal abstract string Render(IReadOnlyCollection<ExecutableTarget> targets);

    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "#");

    protected override StreamWriter CreateStream() => new GeneratedTextWriter(text =>
    {
        if (_prepared != null)
            _generated = text;
        else
            AtomicFile.WriteText(ConfigurationFile, text);
    });

    /// <summary>A text that needs only its header.</summary>
    /// <param name="AnyTarget">NUKE plans the targets of a file before it writes it; one without dependencies takes no time.</param>
    internal sealed record Prepared(string Text, string AnyTarget);

    private sealed class TextEntity(string text) : ConfigurationEntity
    {
        public override void Write(CustomFileWriter writer)
        {
            foreach (var line in text.TrimEnd('\n').Split('\n'))
                writer.WriteLine(line);
        }
    }
}

namespace Slipway.Messages;

/// <summary>A way to reach people.</summary>
public interface IChannel : IDisposable
{
    /// <summary>Under which a record keeps what it knows of a message here: letters only.</summary>
    string Key { get; }

    /// <summary>As a heading: <c>Discord</c>.</summary>
    string Name { get; }

    /// <summary>Within a sentence: <c>on Discord</c>.</summary>
    string Way { get; }

    /// <summary>What is sent where, without anything secret.</summary>
    string Call { get; }

    /// <summary>Whether what is sent twice is one message to its readers, so that a doubtful sending may be repeated.</summary>
    bool MayRepeat { get; }

    /// <summary>Sends a message, and gives its id.</summary>
    /// <exception cref="SlipwayException">It was refused: nobody has it.</exception>
    /// <exception cref="UncertainException">Nobody knows whether it was taken.</exception>
    Task<string> SendAsync(Message message, CancellationToken cancellationToken);

    /// <summary>Makes a message that was sent say what it is to say, where that can be done.</summary>
    /// <returns>Whether it is still there.</returns>
    /// <exception cref="SlipwayException">Nobody answers, or the change was refused.</exception>
    Task<bool> UpdateAsync(string id, Message message, CancellationToken cancellationToken);
}

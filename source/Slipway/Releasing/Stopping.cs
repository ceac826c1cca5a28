namespace Slipway.Releasing;

/// <summary>Stops that say where the release stands.</summary>
internal static class Stopping
{
    /// <summary>The same failure, with the state.</summary>
    /// <param name="state">At the end of a sentence.</param>
    public static SlipwayException At(this SlipwayException exception, string state) =>
        new(exception.Kind, $"{exception.Message.TrimEnd('.')}; {state}.", exception.Hint, exception.Location, exception);

    /// <summary>What was asked for, or a stop that says the state.</summary>
    /// <exception cref="SlipwayException">It failed.</exception>
    public static Task AtAsync(this Task task, string state) => DoneAsync(task).AtAsync(state);

    /// <inheritdoc cref="AtAsync(Task, string)"/>
    public static async Task<T> AtAsync<T>(this Task<T> task, string state)
    {
        try
        {
            return await task;
        }
        catch (SlipwayException exception)
        {
            throw exception.At(state);
        }
    }

    private static async Task<bool> DoneAsync(Task task)
    {
        await task;
        return true;
    }
}

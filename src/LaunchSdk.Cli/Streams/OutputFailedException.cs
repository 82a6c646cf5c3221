namespace LaunchSdk.Cli.Streams;

/// <summary>
/// Standard output or error cannot be written: its reader is gone, or a disk is full. Not an <see cref="IOException"/>, which code on
/// the way would take for a broken connection.
/// </summary>
/// <param name="file">The descriptor's name.</param>
/// <param name="reason">The system's words.</param>
/// <param name="isReaderGone">Whether there is nobody left to read it.</param>
internal sealed class OutputFailedException(string file, string reason, bool isReaderGone) : Exception($"cannot write to {file}: {reason}")
{
    /// <summary>Whether there is nobody left to read it, so that further tries are in vain.</summary>
    public bool IsReaderGone => isReaderGone;

    /// <summary>What became of the work whose output it was; null where there is nothing to say.</summary>
    public string? Consequence { get; init; }

    /// <inheritdoc/>
    public override string Message => Consequence is null ? base.Message : $"{base.Message}: {Consequence}";

    /// <summary>The same failure with what became of the work.</summary>
    public OutputFailedException With(string? consequence) => new(file, reason, isReaderGone) { Consequence = consequence ?? Consequence };
}

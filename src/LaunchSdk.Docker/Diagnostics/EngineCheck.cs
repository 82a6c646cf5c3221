using LaunchSdk.Problems;

namespace LaunchSdk.Docker.Diagnostics;

/// <summary>One check of an engine and of the way to it.</summary>
/// <param name="Name">What was looked at, in one or two words.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="Detail">What was found, in words.</param>
/// <param name="Fix">What to do; null where nothing is to be done.</param>
public sealed record EngineCheck(string Name, CheckOutcome Outcome, string Detail, string? Fix = null)
{
    /// <summary>What was found, in one line without passwords of addresses.</summary>
    public string Detail { get; init; } = PrintableText.Message(Detail);

    /// <summary>What to do, in one line; null where nothing is to be done.</summary>
    public string? Fix { get; init; } = Fix is null ? null : PrintableText.Message(Fix);
}

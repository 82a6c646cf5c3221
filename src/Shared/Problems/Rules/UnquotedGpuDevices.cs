namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0204: a list of GPUs that docker reads as one GPU and a count.</summary>
internal static class UnquotedGpuDevices
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Warning("LSDK0204", "A list of GPUs needs quotes inside the value", hasFix: true);

    /// <summary>Devices and a count in one request.</summary>
    /// <param name="text">The value.</param>
    /// <param name="quoted">The value with quotes inside, where that is what was meant; else null.</param>
    public static Violation Of(string text, string? quoted) =>
        quoted is null
            ? Rule.Says($"docker reads '{text}' as devices and a count, which are mutually exclusive: write one of them")
            : Rule.Says(
                $"docker reads '{text}' as devices and a count, which are mutually exclusive: "
                    + $"write '{quoted}', with the quotes inside the value"
            );
}

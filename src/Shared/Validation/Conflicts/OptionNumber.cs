using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Conflicts;

/// <summary>
/// The number that an option of one value is set to, in the unit of its grammar: bytes, nanoseconds, billionths of a processor.
/// </summary>
internal static class OptionNumber
{
    /// <summary>The number; null where nothing can be said: not set, a template, read in two ways, or no number.</summary>
    public static long? Find(OptionSetting setting) =>
        setting.Text is { Length: > 0 } text && !TemplateText.IsTemplate(text) && !(setting.SourceOf(0) is { IsAmbiguous: true })
            ? Read(setting.Option.Grammar, text)
            : null;

    /// <summary>The number that a text is in a grammar; null where it is none.</summary>
    public static long? Read(Grammar grammar, string text) =>
        grammar switch
        {
            Grammar.ByteSize when ByteSize.TryParse(text, out var size, out _) => size.Bytes,
            Grammar.MemorySwap when text == "-1" => -1,
            Grammar.MemorySwap when ByteSize.TryParse(text, out var size, out _) => size.Bytes,
            Grammar.Cpus when CpuCount.TryParse(text, out var cpus, out _) => cpus.NanoCpus,
            Grammar.Duration when DockerDuration.TryParse(text, out var duration, out _) => duration.Nanoseconds,
            Grammar.ByteSize or Grammar.MemorySwap or Grammar.Cpus or Grammar.Duration => null,
            _ => IntegerValue.TryParse(text, out var number, out _) ? number.Value : null,
        };
}

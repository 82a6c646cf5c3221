using System.Globalization;
using LaunchSdk.Options;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Refusals;

/// <summary>A value taken apart for the rules of its option.</summary>
internal sealed class ValueParts
{
    private ValueParts(string text) => Text = text;

    /// <summary>The value as written.</summary>
    public string Text { get; }

    private string? Kind { get; init; }

    private string? Source { get; init; }

    private string? Target { get; init; }

    private string? Propagation { get; init; }

    private string? Count { get; init; }

    /// <summary>Takes a value apart that is of its grammar.</summary>
    public static ValueParts Read(Grammar grammar, string text)
    {
        switch (grammar)
        {
            case Grammar.Mount when Mount.TryParse(text, out var mount, out _):
                return new ValueParts(text)
                {
                    Kind = mount.Type,
                    Source = mount.Source,
                    Target = mount.Target,
                    Propagation = mount.BindOptions?.Propagation,
                };
            case Grammar.VolumeMount when VolumeMount.TryParse(text, out var volume, out _) && !volume.IsAnonymous:
                return new ValueParts(text) { Source = volume.Source, Target = volume.Target };
            case Grammar.TmpfsMount when TmpfsMount.TryParse(text, out var tmpfs, out _):
                return new ValueParts(text) { Target = tmpfs.Path };
            case Grammar.RestartPolicy when RestartPolicy.TryParse(text, out var policy, out _):
                return new ValueParts(text) { Kind = policy.Name, Count = Number(policy.MaximumRetryCount) };
            default:
                return new ValueParts(text);
        }
    }

    /// <summary>A part; null where the value has no such part, and empty where it is left out.</summary>
    public string? Find(OptionPart part) =>
        part switch
        {
            OptionPart.Value => Text,
            OptionPart.Kind => Kind,
            OptionPart.Source => Source,
            OptionPart.Target => Target,
            OptionPart.Propagation => Propagation,
            OptionPart.Count => Count,
            _ => null,
        };

    // Docker counts 0 as not given.
    private static string Number(long count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);
}

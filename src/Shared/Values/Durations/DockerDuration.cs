using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace LaunchSdk.Values;

/// <summary>A duration such as <c>30s</c>, <c>1m30s</c> or <c>500ms</c> (<c>health-interval</c> and its like); not negative.</summary>
/// <remarks>
/// Go's syntax: numbers with the units <c>h</c>, <c>m</c>, <c>s</c>, <c>ms</c>, <c>us</c>, <c>ns</c>, one behind the other. Only 0 needs no
/// unit.
/// </remarks>
public sealed partial class DockerDuration : DockerValue
{
    private const long NanosecondsOfTick = 100;
    private readonly long _nanoseconds;

    private DockerDuration(string text, long nanoseconds)
        : base(text) => _nanoseconds = nanoseconds;

    private DockerDuration(string text)
        : base(text, isTemplate: true) { }

    /// <summary>The length in nanoseconds, as docker sends it.</summary>
    public long Nanoseconds => Known(_nanoseconds);

    /// <summary>The length, cut to the 100 nanoseconds that a <see cref="TimeSpan"/> counts in.</summary>
    /// <returns>The length as a <see cref="TimeSpan"/>.</returns>
    public TimeSpan ToTimeSpan() => TimeSpan.FromTicks(Nanoseconds / NanosecondsOfTick);

    /// <summary>The same length in docker's syntax: 90 seconds are <c>1m30s</c>.</summary>
    /// <param name="duration">A length of 0 or more.</param>
    /// <returns>The duration.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or beyond the 292 years that docker can count.</exception>
    public static DockerDuration From(TimeSpan duration) =>
        duration.Ticks is >= 0 and <= long.MaxValue / NanosecondsOfTick
            ? FromNanoseconds(duration.Ticks * NanosecondsOfTick)
            : throw new ArgumentOutOfRangeException(nameof(duration), duration, "a duration is 0 or more and less than 292 years");

    /// <summary>A number of nanoseconds in docker's syntax.</summary>
    /// <param name="nanoseconds">A length of 0 or more, in nanoseconds.</param>
    /// <returns>The duration.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static DockerDuration FromNanoseconds(long nanoseconds)
    {
        if (nanoseconds < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(nanoseconds), nanoseconds, "a duration is 0 or more");
        }

        var text = new StringBuilder();
        var rest = (ulong)nanoseconds;
        foreach (var unit in DurationSyntax.Units)
        {
            if (rest >= unit.Nanoseconds)
            {
                text.Append((rest / unit.Nanoseconds).ToString(CultureInfo.InvariantCulture)).Append(unit.Name);
                rest %= unit.Nanoseconds;
            }
        }

        return new DockerDuration(text.Length == 0 ? "0s" : text.ToString(), nanoseconds);
    }

    /// <summary>Reads a duration that is not negative, as docker does.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The duration; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a duration.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out DockerDuration? value, [NotNullWhen(false)] out GrammarError? error)
    {
        if (DurationSyntax.TryParse(text, out var nanoseconds) && nanoseconds >= 0)
        {
            value = new DockerDuration(text, nanoseconds);
            error = null;
            return true;
        }

        value = null;
        error = Refusal.Of(
            text,
            "a docker duration (numbers with h, m, s, ms, us or ns, not negative)",
            "write for example 30s or 1m30s",
            DurationSuggestion.Find(text)
        );
        return false;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The duration, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a duration nor a template.</exception>
    public static DockerDuration Parse(string text) => ValueParser.Parse<DockerDuration>(text, TryParse, static t => new DockerDuration(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator DockerDuration(string text) => Parse(text);

    /// <inheritdoc cref="From"/>
    public static implicit operator DockerDuration(TimeSpan duration) => From(duration);
}

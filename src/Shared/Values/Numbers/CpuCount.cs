using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LaunchSdk.Values;

/// <summary>A number of CPUs (<c>cpus</c>): <c>2</c>, <c>0.5</c>, <c>1/2</c> or <c>1e-1</c>, exact to a billionth.</summary>
/// <remarks>Docker reads a rational number and multiplies it by 10^9; what is not whole then is refused as too precise.</remarks>
public sealed partial class CpuCount : DockerValue
{
    private const long Billion = 1_000_000_000;
    private readonly long _nanoCpus;

    private CpuCount(string text, long nanoCpus)
        : base(text) => _nanoCpus = nanoCpus;

    private CpuCount(string text)
        : base(text, isTemplate: true) { }

    /// <summary>
    /// Billionths of a CPU, as docker sends them: 1500000000 for <c>1.5</c>. Docker keeps the lowest 64 bits of what is larger.
    /// </summary>
    public long NanoCpus => Known(_nanoCpus);

    /// <summary>A number of CPUs, rounded to a billionth: 1.5 is <c>1.5</c>.</summary>
    /// <param name="cpus">0 or more, and less than 9 billion.</param>
    /// <returns>The number of CPUs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative, not a number, or beyond 9 billion.</exception>
    public static CpuCount From(double cpus) =>
        cpus is >= 0 and < 9e9
            ? FromNanoCpus((long)Math.Round(cpus * Billion))
            : throw new ArgumentOutOfRangeException(nameof(cpus), cpus, "a number of CPUs is 0 or more and less than 9 billion");

    /// <summary>A number of billionths of a CPU: 500000000 is <c>0.5</c>.</summary>
    /// <param name="nanoCpus">Billionths of a CPU, 0 or more.</param>
    /// <returns>The number of CPUs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static CpuCount FromNanoCpus(long nanoCpus)
    {
        if (nanoCpus < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(nanoCpus), nanoCpus, "a number of CPUs is 0 or more");
        }

        var whole = (nanoCpus / Billion).ToString(CultureInfo.InvariantCulture);
        var decimals = (nanoCpus % Billion).ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        return new CpuCount(decimals.Length == 0 ? whole : whole + "." + decimals, nanoCpus);
    }

    /// <summary>Reads a number of CPUs as docker does.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The number of CPUs; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a number of CPUs.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out CpuCount? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var fault = GoRational.ParseBillionths(text, out var nanoCpus);
        if (fault == GoRational.Fault.None)
        {
            value = new CpuCount(text, nanoCpus);
            error = null;
            return true;
        }

        value = null;
        var rule =
            fault == GoRational.Fault.TooPrecise
                ? "a number of CPUs that docker can count (whole billionths)"
                : "a number of CPUs (decimal such as 1.5, or a fraction such as 1/2)";
        error = Refusal.Of(text, rule, "write for example 1.5", Suggest(text));
        return false;
    }

    /// <summary>Whether the text is a number of CPUs, found without making a value.</summary>
    internal static bool IsPlain(string text) => GoRational.ParseBillionths(text, out _) == GoRational.Fault.None;

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The number of CPUs, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a number of CPUs nor a template.</exception>
    public static CpuCount Parse(string text) => ValueParser.Parse<CpuCount>(text, TryParse, static t => new CpuCount(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator CpuCount(string text) => Parse(text);

    /// <inheritdoc cref="From"/>
    public static implicit operator CpuCount(double cpus) => From(cpus);

    /// <summary>Thousandths (<c>500m</c>), percent, a decimal comma, white space, and too many decimals have one meaning.</summary>
    private static string? Suggest(string text)
    {
        var trimmed = DecimalComma.Replace(GoText.TrimSpace(text));
        var divisor = (trimmed.Length == 0 ? ' ' : trimmed[trimmed.Length - 1]) switch
        {
            'm' => 1000m,
            '%' => 100m,
            _ => 1m,
        };
        var digits = divisor == 1m ? trimmed : trimmed.Substring(0, trimmed.Length - 1);
        return
            decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number / divisor < 9_000_000_000m
            ? FromNanoCpus((long)Math.Round(number / divisor * Billion)).Text
            : null;
    }
}

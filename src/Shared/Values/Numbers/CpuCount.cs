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

    /// <summary>Billionths of a CPU, as docker sends them: 1500000000 for <c>1.5</c>. Docker keeps the lowest 64 bits of what is larger.</summary>
    public long NanoCpus => Known(_nanoCpus);

    /// <summary>A number of CPUs, rounded to a billionth: 1.5 is <c>1.5</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, not a number, or beyond 9 billion.</exception>
    public static CpuCount From(double cpus) =>
        cpus is >= 0 and < 9e9
            ? FromNanoCpus((long)Math.Round(cpus * Billion))
            : throw new ArgumentOutOfRangeException(nameof(cpus), cpus, "a number of CPUs is 0 or more and less than 9 billion");

    /// <summary>A number of billionths of a CPU: 500000000 is <c>0.5</c>.</summary>
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

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <exception cref="FormatException">The text is neither a number of CPUs nor a template.</exception>
    public static CpuCount Parse(string text) => ValueParser.Parse<CpuCount>(text, TryParse, static t => new CpuCount(t));

    /// <summary>As <see cref="Parse"/>.</summary>
    public static implicit operator CpuCount(string text) => Parse(text);

    /// <summary>As <see cref="From"/>.</summary>
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

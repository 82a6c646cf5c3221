using LaunchSdk.Options;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Agent.Policies.Ceilings;

/// <summary>
/// What values mean as limits, as docker and its engine read them. A text that is no such value stands for itself, so that no other is
/// allowed in its place.
/// </summary>
internal static class LimitReader
{
    private const long Billion = 1_000_000_000;
    private const long DefaultPeriod = 100_000;

    // What the container runtimes of the makers of accelerators read.
    private static readonly string[] GpuVariables = ["NVIDIA_VISIBLE_DEVICES", "AMD_VISIBLE_DEVICES", "HABANA_VISIBLE_DEVICES"];

    public static Limit Positive(Grammar grammar, string text) =>
        Number(grammar, text) is { } number ? Limit.OfPositive(number) : new Exactly(text);

    public static Limit AtLeast(string text) =>
        IntegerValue.TryParse(text, out var number, out _) ? new Amount(-(decimal)number.Value) : new Exactly(text);

    public static Limit? Processors(OptionSettings settings)
    {
        var limits = new List<Limit>();
        if (settings.FindText(DockerOptions.Cpus) is { } cpus)
        {
            limits.Add(CpuCount.TryParse(cpus, out var count, out _) ? Limit.OfPositive(count.NanoCpus) : new Exactly(cpus));
        }

        if (settings.FindText(DockerOptions.CpuQuota) is { } quota)
        {
            var period =
                settings.FindText(DockerOptions.CpuPeriod) is { } text && IntegerValue.TryParse(text, out var given, out _)
                    ? given.Value
                    : 0;
            limits.Add(
                IntegerValue.TryParse(quota, out var time, out _)
                    ? Limit.OfPositive((decimal)time.Value * Billion / (period > 0 ? period : DefaultPeriod))
                    : new Exactly(quota)
            );
        }

        return Largest(limits);
    }

    public static Limit? MemoryAndSwap(OptionSettings settings)
    {
        var memory = settings.FindText(DockerOptions.Memory) is { } text ? Positive(Grammar.ByteSize, text) : null;
        if (settings.FindText(DockerOptions.MemorySwap) is { } both)
        {
            if (!MemorySwap.TryParse(both, out var swap, out _))
            {
                return new Exactly(both);
            }

            if (swap.Bytes != 0)
            {
                return Limit.OfPositive(swap.Bytes);
            }
        }

        return memory is Amount amount ? new Amount(amount.Value * 2) : memory;
    }

    public static Limit? FlagOverMemory(OptionSettings settings, DockerOption flag) =>
        settings.Find(flag) is { Flag: { } isOn } ? new Amount(isOn ? 1 : 0)
        : settings.FindText(DockerOptions.Memory) is { } text && Positive(Grammar.ByteSize, text) is Amount ? new Amount(0)
        : null;

    public static Limit? Gpus(OptionSettings settings) =>
        settings.AllTexts(DockerOptions.Gpus).ToArray() is { Length: > 0 } texts ? GpuShare.Read(texts) : null;

    public static (string, Limit)? VisibleGpus(string text)
    {
        var name = text.Split('=', 2)[0];
        return Array.Exists(GpuVariables, known => known == name) ? (name, new Exactly(text)) : null;
    }

    public static (string, Limit)? Ulimit(string text)
    {
        if (!Values.Ulimit.TryParse(text, out var ulimit, out _))
        {
            return (text, new Exactly(text));
        }

        return (ulimit.Type, ulimit.Hard < 0 ? Limit.None : new Amount(ulimit.Hard));
    }

    public static (string, Limit)? ByteRate(string text) =>
        DeviceByteRate.TryParse(text, out var rate, out _) ? (rate.Path, Limit.OfPositive(rate.BytesPerSecond)) : (text, new Exactly(text));

    public static (string, Limit)? OperationRate(string text) =>
        DeviceOperationRate.TryParse(text, out var rate, out _)
            ? (rate.Path, Limit.OfPositive(rate.OperationsPerSecond))
            : (text, new Exactly(text));

    public static (string, Limit)? Weight(string text) =>
        DeviceWeight.TryParse(text, out var weight, out _) ? (weight.Path, Limit.OfPositive(weight.Weight)) : (text, new Exactly(text));

    public static (string, Limit)? Size(string text)
    {
        var pair = text.Split('=', 2);
        return (
            pair[0],
            pair.Length == 2 && ByteSize.TryParse(pair[1], out var size, out _) ? Limit.OfPositive(size.Bytes) : new Exactly(text)
        );
    }

    private static decimal? Number(Grammar grammar, string text) =>
        grammar == Grammar.ByteSize
            ? ByteSize.TryParse(text, out var size, out _)
                ? size.Bytes
                : null
            : IntegerValue.TryParse(text, out var integer, out _)
                ? integer.Value
                : UnsignedIntegerValue.TryParse(text, out var large, out _)
                    ? large.Value
                    : null;

    // The engine refuses two limits of processors at a time; whichever it were to take, it is not less strict than this.
    private static Limit? Largest(List<Limit> limits) =>
        limits.TrueForAll(static limit => limit is Amount)
            ? limits.MaxBy(static limit => ((Amount)limit).Value)
            : limits.Find(static limit => limit is not Amount);
}

using LaunchSdk.Options;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Advice;

/// <summary>What the engine refuses of the memory and CPU limits together.</summary>
internal static class EngineMemoryRule
{
    // The engine's own bound since 20.10: what its answer to /containers/create says.
    private const long LeastMemory = 6L * 1024 * 1024;

    /// <summary>Reports limits that contradict each other or are too small to start anything.</summary>
    public static void Check(OptionSettings settings, IAdviceTarget advice)
    {
        var memory = Bytes(settings, DockerOptions.Memory);
        var reservation = Bytes(settings, DockerOptions.MemoryReservation);
        var swap = Bytes(settings, DockerOptions.MemorySwap);
        if (memory is > 0 && memory < LeastMemory)
        {
            Add(settings, DockerOptions.Memory, "a container needs at least 6m", advice);
        }

        if (reservation is > 0 && reservation < LeastMemory)
        {
            Add(settings, DockerOptions.MemoryReservation, "a reservation is at least 6m", advice);
        }
        else if (reservation > memory && memory > 0)
        {
            Add(
                settings,
                DockerOptions.MemoryReservation,
                $"it is more than memory: {settings.FindText(DockerOptions.Memory)}; write less than that",
                advice
            );
        }

        if (swap is > 0 && !HasMemory(settings))
        {
            Add(settings, DockerOptions.MemorySwap, "it counts memory and swap together: give memory too", advice);
        }
        else if (swap > 0 && swap < memory)
        {
            Add(
                settings,
                DockerOptions.MemorySwap,
                $"it counts memory and swap together, and is less than memory: {settings.FindText(DockerOptions.Memory)}; write at least that",
                advice
            );
        }

        CheckProcessors(settings, advice);
    }

    private static void CheckProcessors(OptionSettings settings, IAdviceTarget advice)
    {
        if (
            settings.FindText(DockerOptions.Cpus) is not { } text
            || TemplateText.IsTemplate(text)
            || !CpuCount.TryParse(text, out var cpus, out _)
            || cpus.NanoCpus == 0
        )
        {
            return;
        }

        foreach (var option in new[] { DockerOptions.CpuPeriod, DockerOptions.CpuQuota })
        {
            if (
                settings.FindText(option) is { } other
                && !TemplateText.IsTemplate(other)
                && IntegerValue.TryParse(other, out var number, out _)
                && number.Value > 0
            )
            {
                Add(settings, option, "cpus sets the same limit: drop one of them", advice);
            }
        }
    }

    private static void Add(OptionSettings settings, DockerOption option, string reason, IAdviceTarget advice)
    {
        var setting = settings.Find(option)!.Value;
        advice.Add(RefusedByEngine.Value(setting.Name, setting.Text, reason, null), setting);
    }

    private static bool HasMemory(OptionSettings settings) =>
        settings.FindText(DockerOptions.Memory) is { } text
        && (TemplateText.IsTemplate(text) || (ByteSize.TryParse(text, out var size, out _) && size.Bytes != 0));

    // Null where nothing can be said: not given, a template, unlimited, or reported elsewhere.
    private static long? Bytes(OptionSettings settings, DockerOption option) =>
        settings.Find(option) is { Text: { Length: > 0 } text } setting
        && !(setting.SourceOf(0) is { IsAmbiguous: true })
        && !TemplateText.IsTemplate(text)
        && text != "-1"
        && ByteSize.TryParse(text, out var size, out _)
            ? size.Bytes
            : null;
}

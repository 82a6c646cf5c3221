using LaunchSdk.Docker.Requests;
using LaunchSdk.Options;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Translation;

/// <summary>Memory, CPU, block IO, process and file limits.</summary>
internal sealed class ResourcesTranslation : ITranslationArea
{
    // Read only by API 1.40 and 1.41; docker leaves it out elsewhere.
    private const string KernelMemoryFrom = "1.40";
    private const string KernelMemoryBefore = "1.42";

    public IReadOnlyList<DockerOption> Options { get; } =
    [
        DockerOptions.Memory,
        DockerOptions.MemoryReservation,
        DockerOptions.MemorySwap,
        DockerOptions.MemorySwappiness,
        DockerOptions.KernelMemory,
        DockerOptions.OomKillDisable,
        DockerOptions.OomScoreAdj,
        DockerOptions.ShmSize,
        DockerOptions.PidsLimit,
        DockerOptions.Ulimit,
        DockerOptions.Cpus,
        DockerOptions.CpuShares,
        DockerOptions.CpuPeriod,
        DockerOptions.CpuQuota,
        DockerOptions.CpuRtPeriod,
        DockerOptions.CpuRtRuntime,
        DockerOptions.CpusetCpus,
        DockerOptions.CpusetMems,
        DockerOptions.CpuCount,
        DockerOptions.CpuPercent,
        DockerOptions.CgroupParent,
        DockerOptions.BlkioWeight,
        DockerOptions.BlkioWeightDevice,
        DockerOptions.DeviceReadBps,
        DockerOptions.DeviceWriteBps,
        DockerOptions.DeviceReadIops,
        DockerOptions.DeviceWriteIops,
        DockerOptions.IoMaxBandwidth,
        DockerOptions.IoMaxIops,
    ];

    public void Apply(TranslationContext context)
    {
        ApplyMemory(context);
        ApplyProcessor(context);
        ApplyBlockIo(context);
        context.Host.PidsLimit = context.Number(DockerOptions.PidsLimit);
        context.Host.Ulimits =
        [
            .. context
                .Values<Ulimit>(DockerOptions.Ulimit)
                .GroupBy(ulimit => ulimit.Type, StringComparer.Ordinal)
                .Select(sameType => sameType.Last())
                .OrderBy(ulimit => ulimit.Type, StringComparer.Ordinal)
                .Select(ulimit => new UlimitConfig
                {
                    Name = ulimit.Type,
                    Soft = ulimit.Soft,
                    Hard = ulimit.Hard,
                }),
        ];
    }

    private static void ApplyMemory(TranslationContext context)
    {
        var host = context.Host;
        host.Memory = context.Bytes(DockerOptions.Memory);
        host.MemoryReservation = context.Bytes(DockerOptions.MemoryReservation);
        host.MemorySwap = context.Value<MemorySwap>(DockerOptions.MemorySwap)?.Bytes ?? 0;
        host.MemorySwappiness = context.Number(DockerOptions.MemorySwappiness, unset: -1);
        host.OomKillDisable = context.Options.IsOn(DockerOptions.OomKillDisable);
        host.OomScoreAdj = context.Number(DockerOptions.OomScoreAdj);
        host.ShmSize = context.Bytes(DockerOptions.ShmSize);
        if (
            context.Engine.Has(KernelMemoryFrom)
            && !context.Engine.Has(KernelMemoryBefore)
            && context.Bytes(DockerOptions.KernelMemory) is not 0 and var bytes
        )
        {
            context.Host.KernelMemory = bytes;
        }
    }

    private static void ApplyProcessor(TranslationContext context)
    {
        var host = context.Host;
        host.NanoCpus = context.Value<CpuCount>(DockerOptions.Cpus)?.NanoCpus ?? 0;
        host.CpuShares = context.Number(DockerOptions.CpuShares);
        host.CpuPeriod = context.Number(DockerOptions.CpuPeriod);
        host.CpuQuota = context.Number(DockerOptions.CpuQuota);
        host.CpuRealtimePeriod = context.Number(DockerOptions.CpuRtPeriod);
        host.CpuRealtimeRuntime = context.Number(DockerOptions.CpuRtRuntime);
        host.CpusetCpus = context.Text(DockerOptions.CpusetCpus);
        host.CpusetMems = context.Text(DockerOptions.CpusetMems);
        host.CpuCount = context.Number(DockerOptions.CpuCount);
        host.CpuPercent = context.Number(DockerOptions.CpuPercent);
        host.CgroupParent = context.Text(DockerOptions.CgroupParent);
    }

    private static void ApplyBlockIo(TranslationContext context)
    {
        var host = context.Host;
        host.BlkioWeight = (int)(context.Value<UnsignedIntegerValue>(DockerOptions.BlkioWeight)?.Value ?? 0);
        host.BlkioWeightDevice =
        [
            .. context
                .Values<DeviceWeight>(DockerOptions.BlkioWeightDevice)
                .Select(device => new WeightDevice { Path = device.Path, Weight = (int)device.Weight }),
        ];
        host.BlkioDeviceReadBps = ByteRates(context, DockerOptions.DeviceReadBps);
        host.BlkioDeviceWriteBps = ByteRates(context, DockerOptions.DeviceWriteBps);
        host.BlkioDeviceReadIOps = OperationRates(context, DockerOptions.DeviceReadIops);
        host.BlkioDeviceWriteIOps = OperationRates(context, DockerOptions.DeviceWriteIops);
        host.IOMaximumBandwidth = (ulong)context.Bytes(DockerOptions.IoMaxBandwidth);
        host.IOMaximumIOps = context.Value<UnsignedIntegerValue>(DockerOptions.IoMaxIops)?.Value ?? 0;
    }

    private static List<ThrottleDevice> ByteRates(TranslationContext context, DockerOption option) =>
        [
            .. context
                .Values<DeviceByteRate>(option)
                .Select(device => new ThrottleDevice { Path = device.Path, Rate = (ulong)device.BytesPerSecond }),
        ];

    private static List<ThrottleDevice> OperationRates(TranslationContext context, DockerOption option) =>
        [
            .. context
                .Values<DeviceOperationRate>(option)
                .Select(device => new ThrottleDevice { Path = device.Path, Rate = device.OperationsPerSecond }),
        ];
}

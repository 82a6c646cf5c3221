namespace LaunchSdk.Values;

/// <summary>Makes requests for GPUs: <c>Gpus.All</c>, <c>Gpus.Count(2)</c>, <c>Gpus.Devices("0", "1")</c>.</summary>
public static class Gpus
{
    /// <summary>All GPUs of the host.</summary>
    public static GpuRequest All { get; } = GpuRequest.Make(-1, [], "", GpuRequest.GpuOnly, GpuRequest.NoOptions);

    /// <summary>A number of GPUs, whichever are free; -1 for all.</summary>
    /// <param name="count">How many GPUs, or -1.</param>
    /// <returns>The request.</returns>
    public static GpuRequest Count(int count) => GpuRequest.Make(count, [], "", GpuRequest.GpuOnly, GpuRequest.NoOptions);

    /// <summary>The GPUs of these indexes, UUIDs or MIG ids; the quotes that docker needs around several are written.</summary>
    /// <param name="ids">Indexes, UUIDs or MIG ids; one or more.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">There is no id, or one holds a comma.</exception>
    public static GpuRequest Devices(params string[] ids) =>
        ids is { Length: > 0 }
            ? GpuRequest.Make(0, ids, "", GpuRequest.GpuOnly, GpuRequest.NoOptions)
            : throw new ArgumentException("no GPU is named: give ids, or use Gpus.All", nameof(ids));
}

using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Agent.Devices;

/// <summary>Finds the GPUs of this machine.</summary>
internal static class GpuDevices
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>What <c>nvidia-smi</c> lists, by index and UUID; null where there is no such program or it fails.</summary>
    public static async Task<IReadOnlyList<GpuDevice>?> FindAsync(
        Func<string, string?> environment,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (ClientProgram.Find("nvidia-smi", environment) is not { } program)
        {
            return null;
        }

        using var deadline = new LinkedDeadline(Longest, time, cancellationToken);
        try
        {
            var result = await ProgramRun
                .RunAsync(program, ["--query-gpu=index,uuid", "--format=csv,noheader"], null, null, "", deadline.Token)
                .ConfigureAwait(false);
            return result.Code == 0 ? Read(result.Output) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Reads lines such as <c>0, GPU-5d6f...</c>.</summary>
    internal static IReadOnlyList<GpuDevice> Read(string text) =>
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(static line => line.Split(',', StringSplitOptions.TrimEntries))
                .Where(static parts => parts is [{ Length: > 0 }, ..])
                .Select(static parts => new GpuDevice(parts[0], parts.ElementAtOrDefault(1))),
        ];
}

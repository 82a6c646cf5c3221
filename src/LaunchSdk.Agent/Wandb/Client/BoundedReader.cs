namespace LaunchSdk.Agent.Wandb.Client;

/// <summary>Reads an answer that must not be endless.</summary>
internal static class BoundedReader
{
    /// <summary>The whole content.</summary>
    /// <exception cref="TransportException">It is longer.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, int longest, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var memory = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (memory.Length + read > longest)
            {
                throw new TransportException($"its answer is longer than {longest} bytes");
            }

            memory.Write(buffer, 0, read);
        }

        return memory.ToArray();
    }
}

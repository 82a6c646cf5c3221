namespace LaunchSdk.Docker.Output;

/// <summary>
/// Takes a container's output as it comes. All calls of one run come from one thread of its own, in the order of the output; a call that waits
/// holds the container's output back, and one that throws ends the run. The bytes are valid during the call only.
/// </summary>
public interface IContainerOutput
{
    /// <summary>Bytes of the standard output, or of the terminal. They end anywhere, also within a character.</summary>
    /// <param name="bytes">At least one byte.</param>
    void OnStdout(ReadOnlySpan<byte> bytes);

    /// <summary>Bytes of the standard error.</summary>
    /// <param name="bytes">At least one byte.</param>
    void OnStderr(ReadOnlySpan<byte> bytes);

    /// <summary>Everything that has come so far was handed over: the moment to write out what was gathered.</summary>
    void Flush();

    /// <summary>The output is over. Called once, from any thread, after all other calls.</summary>
    /// <param name="failure">Why it broke off; null when it is complete.</param>
    void Complete(Exception? failure)
    {
    }
}

namespace LaunchSdk.Docker.Output;

/// <summary>
/// Takes a container's output as it comes. All calls of one run come from one thread of its own, in the order of the output; a call that
/// waits
/// holds the container's output back. The bytes are valid during the call only.
/// </summary>
/// <remarks>
/// A call that throws, whatever it throws, ends the run: no more output is handed over, the streams are closed, <see cref="Complete"/>
/// is called with the exception. Methods that run a container to its end then stop it as by cancelling (stop signal, stop timeout, kill)
/// and throw that very exception. A container that was started to be waited for (<see cref="Containers.RunningContainer"/>) goes on, and
/// the tasks of its end fail with the exception.
/// </remarks>
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
    void Complete(Exception? failure) { }
}

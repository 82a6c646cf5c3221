using LaunchSdk.Docker.Output;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// Hands output on, and marks every exception of its receiver as one (<see cref="ReceiverException"/>), whatever its type.
/// </summary>
/// <param name="receiver">The receiver.</param>
internal sealed class MarkedReceiver(IContainerOutput receiver) : IContainerOutput
{
    /// <inheritdoc/>
    public void OnStdout(ReadOnlySpan<byte> bytes)
    {
        try
        {
            receiver.OnStdout(bytes);
        }
        catch (Exception e)
        {
            throw new ReceiverException(e);
        }
    }

    /// <inheritdoc/>
    public void OnStderr(ReadOnlySpan<byte> bytes)
    {
        try
        {
            receiver.OnStderr(bytes);
        }
        catch (Exception e)
        {
            throw new ReceiverException(e);
        }
    }

    /// <inheritdoc/>
    public void Flush()
    {
        try
        {
            receiver.Flush();
        }
        catch (Exception e)
        {
            throw new ReceiverException(e);
        }
    }
}

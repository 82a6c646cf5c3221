using System.Runtime.ExceptionServices;

namespace LaunchSdk.Docker.Containers;

/// <summary>Carries an exception of a receiver of output past the handling of broken connections, which may throw the same types.</summary>
internal sealed class ReceiverException(Exception innerException) : Exception(innerException.Message, innerException)
{
    /// <summary>Throws the receiver's own exception, as it was thrown.</summary>
    public void Rethrow() => ExceptionDispatchInfo.Throw(InnerException!);
}

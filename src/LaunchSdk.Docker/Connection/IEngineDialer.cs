namespace LaunchSdk.Docker.Connection;

/// <summary>Opens connections to one engine; one for each kind of address.</summary>
internal interface IEngineDialer : IDisposable
{
    /// <summary>A connection for pooled HTTP requests.</summary>
    ValueTask<Stream> DialAsync(CancellationToken cancellationToken);

    /// <summary>A connection that is read and written by threads which wait for it.</summary>
    IRawConnection Dial(TimeSpan timeout);
}

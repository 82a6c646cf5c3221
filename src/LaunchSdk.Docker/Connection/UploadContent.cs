namespace LaunchSdk.Docker.Connection;

/// <summary>A long body that the engine may refuse before it has read all of it.</summary>
internal abstract class UploadContent : HttpContent
{
    private volatile bool _isStopped;

    /// <summary>Nothing more is wanted.</summary>
    public void Stop() => _isStopped = true;

    /// <summary>Ends the writing where nothing more is wanted.</summary>
    protected void ThrowIfStopped()
    {
        if (_isStopped)
        {
            throw new UploadStoppedException();
        }
    }
}

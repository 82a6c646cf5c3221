namespace LaunchSdk.Docker.Connection;

/// <summary>What waited for the engine was given up, because the engine does not answer a ping any more.</summary>
internal sealed class EngineSilentException(TimeSpan length, Exception inner)
    : IOException($"the engine has not answered for {length.TotalSeconds:0} s", inner);

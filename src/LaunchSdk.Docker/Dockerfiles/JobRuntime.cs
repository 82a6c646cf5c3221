namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>What a job needs to run: <see cref="PythonRuntime"/>, <see cref="DotNetRuntime"/> or <see cref="PlainRuntime"/>.</summary>
public abstract record JobRuntime
{
    private protected JobRuntime() { }
}

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Python with the packages that the source asks for.</summary>
/// <param name="Version">The version; null for <see cref="PythonVersion.Default"/>, and on an accelerator base image for the one its
/// distribution has.</param>
/// <param name="Requirements">The packages.</param>
public sealed record PythonRuntime(PythonVersion? Version, PythonRequirements Requirements) : JobRuntime;

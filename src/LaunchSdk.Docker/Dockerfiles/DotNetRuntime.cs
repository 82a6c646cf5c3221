namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>A .NET project, which is published in a stage with the SDK.</summary>
/// <param name="Version">The version of its target framework.</param>
/// <param name="Project">The project's file.</param>
/// <param name="AssemblyName">The name of the program that it makes, without <c>.dll</c>.</param>
/// <param name="IsWeb">Whether it runs on ASP.NET Core.</param>
public sealed record DotNetRuntime(DotNetVersion Version, SourcePath Project, string AssemblyName, bool IsWeb = false) : JobRuntime;

namespace LaunchSdk.Docker.Output;

/// <summary>A piece of a container's output as it came: it ends anywhere, also within a character.</summary>
/// <param name="Source">The stream it came from.</param>
/// <param name="Bytes">At least one byte. Several readers see the same memory.</param>
public readonly record struct OutputChunk(OutputSource Source, ReadOnlyMemory<byte> Bytes);

namespace LaunchSdk.Docker.Images;

/// <summary>One message of the engine while it pushes an image.</summary>
/// <param name="Status">What happens, in the engine's words: <c>Pushing</c>, <c>Layer already exists</c>.</param>
/// <param name="Layer">The short id of the layer that it is about; null for the image as a whole.</param>
/// <param name="Current">Bytes done; null where the engine does not count.</param>
/// <param name="Total">Bytes in all; null where the engine does not know.</param>
public sealed record ImagePushProgress(string Status, string? Layer, long? Current, long? Total);

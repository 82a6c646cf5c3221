using System.Text.Json.Serialization;

namespace LaunchSdk.Benchmarks.Plain;

/// <summary>System.Text.Json at its fastest for reading: metadata made by its source generator.</summary>
[JsonSerializable(typeof(PlainQueue))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class PlainJson : JsonSerializerContext;

using Tomlyn.Model;
using Tomlyn.Serialization;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Reads TOML without reflection.</summary>
[TomlSerializable(typeof(TomlTable))]
internal sealed partial class TomlContext : TomlSerializerContext;

namespace LaunchSdk.Documents;

/// <summary>A key of a mapping with its value.</summary>
/// <param name="Key">The key: a scalar, mostly text.</param>
/// <param name="Value">The value.</param>
public readonly record struct ConfigMember(ConfigNode Key, ConfigNode Value);

using Xunit.Sdk;

namespace LaunchSdk.Testing;

/// <summary>Something below <c>tests/Fixtures</c> that a theory takes: the runner finds it again by its name.</summary>
/// <param name="name">The name.</param>
public abstract class NamedFixture(string name) : IXunitSerializable
{
    /// <summary>Its name.</summary>
    public string Name { get; private set; } = name;

    /// <inheritdoc/>
    public sealed override string ToString() => Name;

    /// <inheritdoc/>
    public void Deserialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        Name = info.GetValue<string>(nameof(Name))!;
    }

    /// <inheritdoc/>
    public void Serialize(IXunitSerializationInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        info.AddValue(nameof(Name), Name);
    }
}

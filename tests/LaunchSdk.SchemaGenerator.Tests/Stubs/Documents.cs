using LaunchSdk.Problems;

namespace LaunchSdk.Documents;

public enum ConfigNodeKind
{
    Null,
    Boolean,
    Number,
    String,
    Sequence,
    Mapping,
}

public enum ConfigFormat
{
    Json,
    Yaml,
}

public readonly record struct ConfigMember(ConfigNode Key, ConfigNode Value);

public readonly record struct ConfigNode(
    ConfigNodeKind Kind,
    string Text,
    bool BooleanValue,
    IReadOnlyList<ConfigNode> Items,
    IReadOnlyList<ConfigMember> Members
)
{
    public bool TryGetMember(string key, out ConfigNode value)
    {
        foreach (var member in Members)
        {
            if (member.Key.Text == key)
            {
                value = member.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}

public sealed class ConfigDocument
{
    public bool HasRoot => false;

    public ConfigNode Root => default;

    public IReadOnlyList<Problem> Problems => [];

    public static ConfigDocument Read(string text, ConfigFormat format, string path) =>
        throw new NotSupportedException(text + format + path);
}

public abstract class ConfigWriter
{
    public static ConfigWriter Create(ConfigFormat format) => throw new NotSupportedException(format.ToString());

    public abstract void BeginMapping();

    public abstract void EndMapping();

    public abstract void BeginSequence();

    public abstract void EndSequence();

    public abstract void Key(string key);

    public abstract void String(string text);

    public abstract void Number(string text);

    public abstract void Boolean(bool value);

    public abstract void Null();

    public abstract void Node(ConfigNode node);
}

using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>Mappings with known keys, and the enums that their keys use; each once.</summary>
internal sealed class ObjectParser(Action<SchemaException> report)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<ObjectModel> _objects = [];
    private readonly List<EnumModel> _enums = [];

    public IReadOnlyList<ObjectModel> Objects => _objects;

    public IReadOnlyList<EnumModel> Enums => _enums;

    /// <summary>Adds a mapping; <paramref name="title"/> is what messages call it.</summary>
    public void Add(Cursor place, string className, string title, bool isRoot)
    {
        if (!_seen.Add(className))
        {
            return;
        }

        _objects.Add(
            new ObjectModel(
                className,
                title,
                place.Schema.Description ?? title,
                isRoot,
                ParseProperties(place, className).ToEquatableArray(),
                place.Groups(Keys.ExactlyOne).Select(group => group.ToEquatableArray()).ToEquatableArray(),
                place.Groups(Keys.Exclusive).Select(group => group.ToEquatableArray()).ToEquatableArray()
            )
        );
    }

    public void AddEnum(EnumModel model)
    {
        if (_seen.Add(model.Name))
        {
            _enums.Add(model);
        }
    }

    private List<PropertyModel> ParseProperties(Cursor place, string className)
    {
        var properties = new List<PropertyModel>();
        foreach (var property in place.Schema.Properties)
        {
            try
            {
                var cursor = place.At(property.Value, "properties", property.Key);
                properties.Add(ParseProperty(property.Key, cursor, className, place.Schema.RequiredProperties.Contains(property.Key)));
            }
            catch (SchemaException error)
            {
                report(error);
            }
        }

        return properties;
    }

    private PropertyModel ParseProperty(string name, Cursor place, string className, bool isRequired)
    {
        var member = place.Text(Keys.Member) ?? Names.ToMember(name);
        return new PropertyModel
        {
            Name = name,
            Member = member,
            Description =
                place.Schema.Description
                ?? place.Target.Schema.Description
                ?? throw place.Error("the key 'description' is missing: say what the key is for"),
            Node = new NodeParser(this, className).Parse(place, className + member),
            IsRequired = isRequired,
            ReplacedBy = place.Text(Keys.ReplacedBy),
            ReplacedByMember = place.Text(Keys.ReplacedBy) is { } successor
                ? string.Join(".", successor.Split('.').Select(Names.ToMember))
                : null,
            Default = place.Text(Keys.Default) ?? JsonText.Of(place.Schema.Default),
            Example = place.Find(Keys.Examples) is object[] { Length: > 0 } examples ? JsonText.Of(examples[0]) : null,
        };
    }
}

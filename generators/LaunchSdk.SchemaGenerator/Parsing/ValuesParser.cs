using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>Reads <c>x-launch-values</c>: values with a description each.</summary>
internal static class ValuesParser
{
    public static IEnumerable<ValueModel> Parse(Cursor place) => place.Find(Keys.Values) switch
    {
        null => [],
        object[] items => items.Select(item => ParseItem(place, item)),
        _ => throw Wrong(place),
    };

    private static ValueModel ParseItem(Cursor place, object item) =>
        item is IDictionary<string, object> pair && pair.TryGetValue("value", out var value) && pair.TryGetValue("description", out var description)
            ? new ValueModel(JsonText.Of(value) ?? "null", description as string ?? throw Wrong(place))
            : throw Wrong(place);

    private static SchemaException Wrong(Cursor place) => place.Error($"'{Keys.Values}' is a list of {{ \"value\", \"description\" }}");
}

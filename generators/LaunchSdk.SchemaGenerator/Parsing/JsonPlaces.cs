using LaunchSdk.SchemaGenerator.Models;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>Finds the line and column of a JSON pointer.</summary>
internal sealed class JsonPlaces(string path, JToken root)
{
    /// <summary>A problem at <paramref name="pointer"/>, or at the nearest place above it that the text has.</summary>
    public SchemaProblem Problem(string pointer, string message)
    {
        var place = root;
        foreach (var segment in pointer.Split('/').Skip(1))
        {
            if (Child(place, segment.Replace("~1", "/").Replace("~0", "~")) is not { } next)
            {
                break;
            }

            place = next;
        }

        IJsonLineInfo position = place.Parent is JProperty property ? property : place;
        return new SchemaProblem(
            SchemaProblems.NotUsable,
            pointer.Length == 0 ? message : $"{pointer}: {message}",
            path,
            Math.Max(position.LineNumber - 1, 0),
            Math.Max(position.LinePosition - 1, 0)
        );
    }

    private static JToken? Child(JToken token, string segment) =>
        token switch
        {
            JObject mapping => mapping[segment],
            JArray list when int.TryParse(segment, out var index) && index < list.Count => list[index],
            _ => null,
        };
}

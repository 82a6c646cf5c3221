using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Building;

/// <summary>
/// The fields of <c>docker build --secret</c>, as docker's buildx reads them; what it takes without a meaning is refused.
/// </summary>
/// <param name="Id">The name by which the Dockerfile asks for the secret.</param>
/// <param name="Path">The file; null for none.</param>
/// <param name="Variable">The environment variable; null for none.</param>
internal sealed record BuildSecretFields(string Id, string? Path, string? Variable)
{
    private const string Kind = "a build secret";
    private const string Example = "write id=NAME,src=FILE or id=NAME,env=VARIABLE";

    private static readonly string[] Keys = ["id", "src", "env", "type"];

    /// <summary>Reads the fields.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out BuildSecretFields? fields, [NotNullWhen(false)] out GrammarError? error)
    {
        fields = null;
        if (!CsvRecord.TryRead(text, Kind, out var record, out error))
        {
            return false;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in record)
        {
            var sign = field.Text.IndexOf('=', StringComparison.Ordinal);
            var name = sign < 0 ? "" : KeyOf(field.Text[..sign].ToLowerInvariant());
            var why = sign < 0 ? $"'{field.Text}' is not key=value" : Refuse(name, field.Text[(sign + 1)..], values.ContainsKey(name));
            if (why is not null)
            {
                error = new GrammarError($"'{text}' is not {Kind}: {why}: {Example}", field.Range);
                return false;
            }

            values[name] = field.Text[(sign + 1)..];
        }

        return TryMake(text, values, out fields, out error);
    }

    private static bool TryMake(
        string text,
        Dictionary<string, string> values,
        [NotNullWhen(true)] out BuildSecretFields? fields,
        [NotNullWhen(false)] out GrammarError? error
    )
    {
        var path = values.GetValueOrDefault("src");
        var variable = values.GetValueOrDefault("env");
        var isVariable = values.GetValueOrDefault("type") == "env";
        var why = Refuse(values.ContainsKey("id"), path, variable, values.GetValueOrDefault("type"));
        error = why is null ? null : GrammarError.Whole(text, $"'{text}' is not {Kind}: {why}: {Example}");
        fields = error is null
            ? new BuildSecretFields(values["id"], isVariable ? null : path, isVariable ? variable ?? path : variable)
            : null;
        return error is null;
    }

    private static string KeyOf(string key) => key == "source" ? "src" : key;

    private static string? Refuse(string key, string value, bool isRepeated) =>
        (key, value) switch
        {
            _ when !Keys.Contains(key) => $"it has no key '{key}'",
            (_, "") => $"'{key}' has no value",
            ("type", not ("file" or "env")) => $"its type is file or env, not '{value}'",
            _ when isRepeated => $"'{key}' is given twice",
            _ => null,
        };

    private static string? Refuse(bool hasId, string? path, string? variable, string? type) =>
        (hasId, path, variable, type) switch
        {
            (false, _, _, _) => "it has no id",
            (_, not null, not null, _) => "a file and a variable are mutually exclusive",
            (_, _, not null, "file") => "a variable is not of type file",
            _ => null,
        };
}

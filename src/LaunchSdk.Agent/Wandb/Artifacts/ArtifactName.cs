using System.Text;

namespace LaunchSdk.Agent.Wandb.Artifacts;

/// <summary>Which artifact: <c>[[entity/]project/]name[:version or alias]</c>, or <c>wandb-artifact://_id/ID</c>.</summary>
internal sealed record ArtifactName(string Entity, string Project, string Name, string? Id)
{
    private const string Scheme = "wandb-artifact://";

    /// <summary>Reads a name; what it leaves out is the given entity and project and the alias <c>latest</c>.</summary>
    /// <exception cref="ArtifactException">It is no name of an artifact.</exception>
    public static ArtifactName Parse(string text, string entity, string project)
    {
        var rest = text.StartsWith(Scheme, StringComparison.Ordinal) ? text[Scheme.Length..] : text;
        var parts = rest.TrimEnd('/').Split('/');
        if (parts is ["_id", var given])
        {
            // The text has the id in hexadecimal, the server knows it in base64.
            return new ArtifactName(entity, project, string.Empty, FromHex(given));
        }

        if (parts.Length is < 1 or > 3 || parts.Any(part => part.Length == 0 || part.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))))
        {
            throw new ArtifactException($"'{text}' is not the name of an artifact: write [[entity/]project/]name[:version or alias]");
        }

        var name = parts[^1].Contains(':', StringComparison.Ordinal) ? parts[^1] : parts[^1] + ":latest";
        return new ArtifactName(parts.Length == 3 ? parts[0] : entity, parts.Length >= 2 ? parts[^2] : project, name, null);
    }

    /// <inheritdoc/>
    public override string ToString() => Id is null ? $"{Entity}/{Project}/{Name}" : $"{Scheme}_id/{Id}";

    private static string FromHex(string id)
    {
        try
        {
            var text = Convert.ToBase64String(Convert.FromHexString(id));
            return Encoding.UTF8.GetString(Convert.FromBase64String(text)).StartsWith("Artifact:", StringComparison.Ordinal) ? text : id;
        }
        catch (FormatException)
        {
            return id;
        }
    }
}

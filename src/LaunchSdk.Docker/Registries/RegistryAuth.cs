using System.Text.Json;

namespace LaunchSdk.Docker.Registries;

/// <summary>Credentials as the Engine API takes them: JSON in base64 with <c>-</c> and <c>_</c>, in a header.</summary>
internal static class RegistryAuth
{
    /// <summary>The header for one registry: push, pull, distribution.</summary>
    public const string Header = "X-Registry-Auth";

    /// <summary>The header for many registries, of which a build takes what its FROM lines need.</summary>
    public const string ConfigHeader = "X-Registry-Config";

    /// <summary>The value of <see cref="Header"/>; engines want one for anonymous use too.</summary>
    public static string Encode(RegistryCredentials? credentials) => Encode(json => Write(json, credentials));

    /// <summary>The value of <see cref="ConfigHeader"/>.</summary>
    public static string Encode(IEnumerable<RegistryCredentials> credentials) =>
        Encode(json =>
        {
            json.WriteStartObject();
            foreach (var one in credentials)
            {
                json.WritePropertyName(one.Registry);
                Write(json, one);
            }

            json.WriteEndObject();
        });

    private static string Encode(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            write(json);
        }

        return Convert.ToBase64String(stream.ToArray()).Replace('+', '-').Replace('/', '_');
    }

    private static void Write(Utf8JsonWriter json, RegistryCredentials? credentials)
    {
        json.WriteStartObject();
        if (credentials is { IsAnonymous: false })
        {
            json.WriteString("serveraddress", credentials.Registry);
            if (credentials.IdentityToken is { } token)
            {
                json.WriteString("identitytoken", token);
            }
            else
            {
                json.WriteString("username", credentials.User);
                json.WriteString("password", credentials.Password);
            }
        }

        json.WriteEndObject();
    }
}

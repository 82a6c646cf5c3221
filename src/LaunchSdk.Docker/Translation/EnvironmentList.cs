using LaunchSdk.Options;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Translation;

/// <summary>The container's environment: lines of env files, then <c>env</c>, then docker's configured proxies.</summary>
internal static class EnvironmentList
{
    /// <summary>
    /// Lines of files keep their order and duplicates. Of <c>env</c> the last of a name counts; a name alone takes the client's value, and
    /// is
    /// sent bare when the client has none, so that an image's value is taken away.
    /// </summary>
    public static List<string> Build(TranslationContext context)
    {
        var lines = KeyValueFile.ReadAll(context, DockerOptions.EnvFile, context.Client.Environment);
        var variables = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var variable in context.Values<EnvironmentVariable>(DockerOptions.Env))
        {
            variables.Remove(variable.Name);
            variables[variable.Name] =
                variable.Value is not null ? variable.Text
                : context.Client.Environment(variable.Name) is { } value ? $"{variable.Name}={value}"
                : variable.Name;
        }

        foreach (var (name, value) in context.Client.GetDockerConfig().Proxies(context.Client.GetEngineAddress()))
        {
            variables.TryAdd(name, $"{name}={value}");
            var lower = name.ToLowerInvariant();
            variables.TryAdd(lower, $"{lower}={value}");
        }

        lines.AddRange(variables.Values);
        return lines;
    }
}

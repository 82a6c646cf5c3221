using LaunchSdk.Commands;

namespace LaunchSdk.Tests.Commands;

/// <summary>Requests with values for macros and template variables.</summary>
internal static class RequestValues
{
    public static DockerRunRequest With(this DockerRunRequest request, params (string Name, string Value)[] macros) =>
        request with
        {
            Macros = macros.ToDictionary(macro => macro.Name, macro => macro.Value),
        };

    public static DockerRunRequest Set(this DockerRunRequest request, params (string Name, string Value)[] variables) =>
        request with
        {
            Variables = variables.ToDictionary(variable => variable.Name, variable => variable.Value),
        };
}

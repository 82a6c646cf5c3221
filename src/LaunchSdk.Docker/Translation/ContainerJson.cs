using System.Text.Json;
using Docker.DotNet.Models;

namespace LaunchSdk.Docker.Translation;

/// <summary>
/// Writes the body of POST /containers/create. Docker.DotNet keeps its serializer to itself and its model cannot hold all that docker sends,
/// so the members are written here; a test holds every member of the model against what Docker.DotNet itself sends.
/// </summary>
internal static class ContainerJson
{
    public static void Write(Utf8JsonWriter json, CreateContainerParameters parameters, CreateRequestExtras extras)
    {
        json.WriteStartObject();
        json.WriteString("Hostname", parameters.Hostname);
        json.WriteString("Domainname", parameters.Domainname);
        json.WriteString("User", parameters.User);
        json.WriteBoolean("AttachStdin", parameters.AttachStdin);
        json.WriteBoolean("AttachStdout", parameters.AttachStdout);
        json.WriteBoolean("AttachStderr", parameters.AttachStderr);
        json.WriteSet("ExposedPorts", parameters.ExposedPorts);
        json.WriteBoolean("Tty", parameters.Tty);
        json.WriteBoolean("OpenStdin", parameters.OpenStdin);
        json.WriteBoolean("StdinOnce", parameters.StdinOnce);
        json.WriteTexts("Env", parameters.Env);
        json.WriteTexts("Cmd", parameters.Cmd);
        WriteHealthcheck(json, parameters.Healthcheck, extras.Health);
        json.WriteOptional("ArgsEscaped", parameters.ArgsEscaped);
        json.WriteString("Image", parameters.Image);
        json.WriteSet("Volumes", parameters.Volumes);
        json.WriteString("WorkingDir", parameters.WorkingDir);
        json.WriteTexts("Entrypoint", parameters.Entrypoint);
        json.WriteOptional("NetworkDisabled", parameters.NetworkDisabled);
        json.WriteTexts("OnBuild", parameters.OnBuild);
        json.WriteMap("Labels", parameters.Labels);
        json.WriteOptional("StopSignal", parameters.StopSignal);
        json.WriteOptional("StopTimeout", extras.StopTimeoutSeconds ?? (long?)parameters.StopTimeout?.TotalSeconds);
        json.WriteTexts("Shell", parameters.Shell);
        if (parameters.HostConfig is { } host)
        {
            json.WritePropertyName("HostConfig");
            HostConfigJson.Write(json, host, extras);
        }

        if (parameters.NetworkingConfig is { } networking)
        {
            json.WritePropertyName("NetworkingConfig");
            NetworkingConfigJson.Write(json, networking);
        }

        json.WriteEndObject();
    }

    private static void WriteHealthcheck(Utf8JsonWriter json, HealthcheckConfig? health, HealthNanoseconds? exact)
    {
        if (health is null)
        {
            return;
        }

        json.WriteStartObject("Healthcheck");
        json.WriteTexts("Test", health.Test);
        json.WriteOptional("Interval", Nanoseconds(health.Interval, exact?.Interval));
        json.WriteOptional("Timeout", Nanoseconds(health.Timeout, exact?.Timeout));
        json.WriteOptional("StartPeriod", Nanoseconds(health.StartPeriod, exact?.StartPeriod));
        json.WriteOptional("StartInterval", Nanoseconds(health.StartInterval, exact?.StartInterval));
        json.WriteOptional("Retries", health.Retries);
        json.WriteEndObject();
    }

    // The exact value counts as long as nobody has changed the rounded one in the model.
    private static long? Nanoseconds(TimeSpan? rounded, long? exact) =>
        rounded is { } span ? (exact / TimeSpan.NanosecondsPerTick == span.Ticks ? exact : span.Ticks * TimeSpan.NanosecondsPerTick) : null;
}

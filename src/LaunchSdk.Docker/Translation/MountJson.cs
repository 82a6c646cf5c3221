using System.Text.Json;
using Docker.DotNet.Models;

namespace LaunchSdk.Docker.Translation;

/// <summary>Writes a mount of a <c>HostConfig</c>.</summary>
internal static class MountJson
{
    public static void Write(Utf8JsonWriter json, Mount mount)
    {
        json.WriteStartObject();
        json.WriteOptional("Type", mount.Type);
        json.WriteOptional("Source", mount.Source);
        json.WriteOptional("Target", mount.Target);
        json.WriteOptional("ReadOnly", mount.ReadOnly);
        json.WriteOptional("Consistency", mount.Consistency);
        WriteBind(json, mount.BindOptions);
        WriteVolume(json, mount.VolumeOptions);
        if (mount.ImageOptions is { } image)
        {
            json.WriteStartObject("ImageOptions");
            json.WriteOptional("Subpath", image.Subpath);
            json.WriteEndObject();
        }

        WriteTmpfs(json, mount.TmpfsOptions);
        if (mount.ClusterOptions is not null)
        {
            json.WriteStartObject("ClusterOptions");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteBind(Utf8JsonWriter json, BindOptions? bind)
    {
        if (bind is null)
        {
            return;
        }

        json.WriteStartObject("BindOptions");
        json.WriteOptional("Propagation", bind.Propagation);
        json.WriteOptional("NonRecursive", bind.NonRecursive);
        json.WriteOptional("CreateMountpoint", bind.CreateMountpoint);
        json.WriteOptional("ReadOnlyNonRecursive", bind.ReadOnlyNonRecursive);
        json.WriteOptional("ReadOnlyForceRecursive", bind.ReadOnlyForceRecursive);
        json.WriteEndObject();
    }

    private static void WriteVolume(Utf8JsonWriter json, VolumeOptions? volume)
    {
        if (volume is null)
        {
            return;
        }

        json.WriteStartObject("VolumeOptions");
        json.WriteOptional("NoCopy", volume.NoCopy);
        json.WriteMap("Labels", volume.Labels);
        json.WriteOptional("Subpath", volume.Subpath);
        if (volume.DriverConfig is { } driver)
        {
            json.WriteStartObject("DriverConfig");
            json.WriteOptional("Name", driver.Name);
            json.WriteMap("Options", driver.Options);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTmpfs(Utf8JsonWriter json, TmpfsOptions? tmpfs)
    {
        if (tmpfs is null)
        {
            return;
        }

        json.WriteStartObject("TmpfsOptions");
        json.WriteOptional("SizeBytes", tmpfs.SizeBytes);
        json.WriteOptional("Mode", tmpfs.Mode);
        json.WriteList("Options", tmpfs.Options, static (json, option) =>
        {
            json.WriteStartArray();
            foreach (var part in option)
            {
                json.WriteStringValue(part);
            }

            json.WriteEndArray();
        });
        json.WriteEndObject();
    }
}

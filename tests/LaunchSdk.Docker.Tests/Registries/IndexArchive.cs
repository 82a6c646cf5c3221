using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace LaunchSdk.Docker.Tests.Registries;

/// <summary>An image of several platforms as an archive that <c>docker load</c> takes: an OCI layout with an index.</summary>
internal sealed class IndexArchive
{
    private const string Index = "application/vnd.oci.image.index.v1+json";
    private const string Manifest = "application/vnd.oci.image.manifest.v1+json";

    private readonly Dictionary<string, byte[]> _blobs = [];
    private readonly Dictionary<string, string[]> _parts = [];
    private readonly JsonObject _index;

    public IndexArchive(string name, params string[] architectures)
    {
        Name = name;
        var manifests = new JsonArray();
        foreach (var architecture in architectures)
        {
            manifests.Add(AddManifest(architecture));
        }

        _index = Describe(
            Index,
            Json(
                new JsonObject
                {
                    ["schemaVersion"] = 2,
                    ["mediaType"] = Index,
                    ["manifests"] = manifests,
                }
            )
        );
        _index["annotations"] = new JsonObject { ["io.containerd.image.name"] = name };
    }

    /// <summary>The name that the image gets.</summary>
    public string Name { get; }

    /// <summary>The index's digest.</summary>
    public string Digest => (string)_index["digest"]!;

    /// <summary>Each architecture's manifest's digest.</summary>
    public Dictionary<string, string> Manifests { get; } = [];

    /// <summary>Architectures that the index names and the archive lacks.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    public byte[] Write()
    {
        var left = Left.SelectMany(architecture => _parts[architecture]).ToHashSet();
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, leaveOpen: true))
        {
            Write(tar, "oci-layout", """{"imageLayoutVersion":"1.0.0"}"""u8.ToArray());
            Write(
                tar,
                "index.json",
                Json(
                    new JsonObject
                    {
                        ["schemaVersion"] = 2,
                        ["mediaType"] = Index,
                        ["manifests"] = new JsonArray(_index.DeepClone()),
                    }
                )
            );
            foreach (var (digest, blob) in _blobs.Where(blob => !left.Contains(blob.Key)))
            {
                Write(tar, $"blobs/sha256/{digest["sha256:".Length..]}", blob);
            }
        }

        return stream.ToArray();
    }

    private JsonObject AddManifest(string architecture)
    {
        var layer = Describe("application/vnd.oci.image.layer.v1.tar", Layer($"{architecture} {Guid.NewGuid():n}"));
        var config = Describe(
            "application/vnd.oci.image.config.v1+json",
            Json(
                new JsonObject
                {
                    ["architecture"] = architecture,
                    ["os"] = "linux",
                    ["config"] = new JsonObject(),
                    ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray((string)layer["digest"]!) },
                }
            )
        );
        var manifest = Describe(
            Manifest,
            Json(
                new JsonObject
                {
                    ["schemaVersion"] = 2,
                    ["mediaType"] = Manifest,
                    ["config"] = config.DeepClone(),
                    ["layers"] = new JsonArray(layer.DeepClone()),
                }
            )
        );
        _parts[architecture] = [.. new[] { layer, config, manifest }.Select(static part => (string)part["digest"]!)];
        Manifests[architecture] = (string)manifest["digest"]!;
        manifest["platform"] = new JsonObject { ["os"] = "linux", ["architecture"] = architecture };
        return manifest;
    }

    private JsonObject Describe(string mediaType, byte[] blob)
    {
        var digest = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(blob))}";
        _blobs[digest] = blob;
        return new JsonObject
        {
            ["mediaType"] = mediaType,
            ["digest"] = digest,
            ["size"] = blob.Length,
        };
    }

    private static byte[] Json(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());

    private static byte[] Layer(string text)
    {
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, leaveOpen: true))
        {
            Write(tar, "text", Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }

    private static void Write(TarWriter tar, string name, byte[] content) =>
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
}

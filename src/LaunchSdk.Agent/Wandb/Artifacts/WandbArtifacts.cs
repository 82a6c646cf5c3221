using System.Text.Json;
using System.Text.Json.Nodes;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Wandb.Client;
using LaunchSdk.Docker.Clients;

namespace LaunchSdk.Agent.Wandb.Artifacts;

/// <summary>
/// Downloads jobs and their code from W&amp;B. What an artifact says is not trusted: paths, sizes and digests are checked.
/// </summary>
public sealed class WandbArtifacts : IDisposable
{
    private const int LongestManifest = 64 * 1024 * 1024;

    private readonly WandbOptions _options;
    private readonly ArtifactLimits _limits;
    private readonly WandbHttp _http;
    private readonly WandbHttp _files;
    private readonly GraphQLClient _client;

    /// <summary>Talks to a server; nothing is sent before the first call.</summary>
    /// <param name="options">Which server, as whom.</param>
    /// <param name="limits">How much may come; null for the usual.</param>
    public WandbArtifacts(WandbOptions options, ArtifactLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _limits = limits ?? new ArtifactLimits();
        _http = new WandbHttp(options);
        _files = new WandbHttp(options with { TryDeadline = _limits.FileDeadline, CallDeadline = _limits.FileDeadline });
        _client = new GraphQLClient(_http, options);
    }

    /// <summary>Downloads a job's artifact and reads it.</summary>
    /// <param name="job"><c>[[entity/]project/]name[:version or alias]</c>.</param>
    /// <param name="project">The project where the name has none.</param>
    /// <param name="folder">An empty or absent folder for its files.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The job.</returns>
    /// <exception cref="RunQueueNotFoundException">There is no such artifact.</exception>
    /// <exception cref="ArtifactException">It is not a job, or not fit to be downloaded.</exception>
    public async Task<WandbJob> DownloadJobAsync(
        string job,
        string project,
        string folder,
        CancellationToken cancellationToken = default
    ) => WandbJobFile.Read(await DownloadAsync(job, project, folder, cancellationToken).ConfigureAwait(false), folder);

    /// <summary>Downloads an artifact, such as a job's code.</summary>
    /// <param name="artifact"><c>[[entity/]project/]name[:version or alias]</c> or <c>wandb-artifact://_id/ID</c>.</param>
    /// <param name="project">The project where the name has none.</param>
    /// <param name="folder">An empty or absent folder for its files; when it fails, none of them stays.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The artifact's full name.</returns>
    /// <exception cref="RunQueueNotFoundException">There is no such artifact.</exception>
    /// <exception cref="ArtifactException">It is not fit to be downloaded.</exception>
    public async Task<string> DownloadAsync(string artifact, string project, string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(artifact);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var name = ArtifactName.Parse(artifact, _options.Entity, project);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new ArtifactException($"'{folder}' is not empty: an artifact is downloaded into a folder of its own");
        }

        var node = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        var entries = Check(name, await ManifestAsync(name, node, cancellationToken).ConfigureAwait(false), folder);
        var addresses = await AddressesAsync(name, node.Id!, cancellationToken).ConfigureAwait(false);
        PrivateFile.CreateFolder(folder);
        try
        {
            await Parallel
                .ForEachAsync(
                    entries,
                    new ParallelOptions { MaxDegreeOfParallelism = _limits.Concurrency, CancellationToken = cancellationToken },
                    async (entry, token) =>
                        await FileAsync(
                                entry,
                                addresses.GetValueOrDefault(entry.Path)
                                    ?? throw new ArtifactException($"W&B gives no address for '{entry.Path}' of {name}"),
                                token
                            )
                            .ConfigureAwait(false)
                )
                .ConfigureAwait(false);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }

        return name.ToString();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _files.Dispose();
    }

    private async Task<ArtifactNode> FindAsync(ArtifactName name, CancellationToken cancellationToken)
    {
        ArtifactNode? node;
        if (name.Id is { } id)
        {
            node = await _client
                .CallAsync(
                    "artifact",
                    Operations.ArtifactById,
                    new JsonObject { ["id"] = id },
                    WandbJson.Default.ArtifactNode,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        else
        {
            var variables = new JsonObject
            {
                ["entity"] = name.Entity,
                ["project"] = name.Project,
                ["name"] = name.Name,
            };
            node = (
                await _client
                    .CallAsync("project", Operations.ArtifactByName, variables, WandbJson.Default.ProjectNode, cancellationToken)
                    .ConfigureAwait(false)
            )
                ?.ArtifactCollectionMembership
                ?.Artifact;
        }

        return node?.Id is null ? throw new RunQueueNotFoundException($"W&B has no artifact '{name}', or the key's user may not read it")
            : node.State is "DELETED" ? throw new ArtifactException($"the artifact '{name}' was deleted")
            : node;
    }

    private async Task<ArtifactManifest> ManifestAsync(ArtifactName name, ArtifactNode node, CancellationToken cancellationToken)
    {
        var address = Address(name, node.CurrentManifest?.File?.DirectUrl);
        var bytes = await _http
            .SendAsync(
                CallKind.Repeatable,
                $"the manifest of {name}",
                () => new HttpRequestMessage(HttpMethod.Get, address),
                (response, token) => BoundedReader.ReadAsync(response.Content, LongestManifest, token),
                cancellationToken
            )
            .ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(bytes, ArtifactJson.Default.ArtifactManifest) is { Contents: not null } manifest
                ? manifest
                : throw new ArtifactException($"the manifest of {name} has no contents");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ArtifactException($"the manifest of {name} is not one", error);
        }
    }

    private List<ArtifactFile> Check(ArtifactName name, ArtifactManifest manifest, string folder)
    {
        if (manifest.Version is not (null or 1))
        {
            throw new ArtifactException($"the manifest of {name} has the version {manifest.Version}: 1 is known");
        }

        if (manifest.Contents!.Count > _limits.Files)
        {
            throw new ArtifactException($"{name} has {manifest.Contents.Count} files: the limit is {_limits.Files}");
        }

        var files = new List<ArtifactFile>();
        foreach (var (path, entry) in manifest.Contents)
        {
            var target = ArtifactPath.Resolve(folder, path);
            if (entry is not { Digest: { } digest, Size: >= 0 and { } size, Ref: null })
            {
                throw new ArtifactException(
                    entry?.Ref is null
                        ? $"'{path}' of {name} has no digest or size"
                        : $"'{path}' of {name} is a reference to a file elsewhere: references are not downloaded"
                );
            }

            files.Add(new ArtifactFile(path, target, size, digest));
        }

        ArtifactPath.CheckDistinct(files.Select(file => file.Path));
        var total = files.Aggregate(0m, (sum, file) => sum + file.Size);
        return total <= _limits.Bytes ? files : throw new ArtifactException($"{name} has {total} bytes: the limit is {_limits.Bytes}");
    }

    private async Task<Dictionary<string, Uri>> AddressesAsync(ArtifactName name, string id, CancellationToken cancellationToken)
    {
        var addresses = new Dictionary<string, Uri>(StringComparer.Ordinal);
        var seen = new HashSet<string?>(StringComparer.Ordinal);
        string? after = null;
        do
        {
            var variables = new JsonObject { ["id"] = id, ["after"] = after };
            var page = (
                await _client
                    .CallAsync("artifact", Operations.ArtifactFiles, variables, WandbJson.Default.ArtifactNode, cancellationToken)
                    .ConfigureAwait(false)
            )?.Files;
            foreach (var file in (page?.Nodes ?? []).Where(file => file.Name is not null))
            {
                addresses[file.Name!] = Address(name, file.DirectUrl);
            }

            after = page?.PageInfo?.HasNextPage == true ? page.PageInfo.EndCursor : null;
        } while (after is not null && seen.Add(after) && addresses.Count <= _limits.Files);
        return addresses;
    }

    /// <summary>An address of the server's, absolute or below its own; http and https only.</summary>
    private Uri Address(ArtifactName name, string? text) =>
        text is { Length: > 0 } && Uri.TryCreate(_options.BaseUrl, text, out var address) && address.Scheme is "https" or "http"
            ? address
            : throw new ArtifactException($"W&B gives no usable address for a file of {name}");

    private Task<bool> FileAsync(ArtifactFile file, Uri address, CancellationToken cancellationToken) =>
        _files.SendAsync(
            CallKind.Repeatable,
            $"the download of '{file.Path}'",
            () => new HttpRequestMessage(HttpMethod.Get, address),
            async (response, token) =>
            {
                await file.SaveAsync(response.Content, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );
}

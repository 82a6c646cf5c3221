using System.Text.Json;
using LaunchSdk.Docker.Dockerfiles;

namespace LaunchSdk.Agent.Wandb.Artifacts;

/// <summary>Reads the files of a job artifact.</summary>
internal static class WandbJobFile
{
    public const string FileName = "wandb-job.json";
    private const string PatchName = "diff.patch";

    /// <summary>Reads the job in a folder.</summary>
    /// <exception cref="ArtifactException">It is no job, or a kind that is not known.</exception>
    public static WandbJob Read(string name, string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new ArtifactException($"the artifact '{name}' is not a job: it has no {FileName}");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(name, document.RootElement) with
            {
                RequirementsFile = Existing(folder, RequirementsFinder.FrozenName),
                PatchFile = Existing(folder, PatchName),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ArtifactException($"the {FileName} of '{name}' is not the JSON of a job", error);
        }
    }

    private static WandbJob Read(string name, JsonElement root)
    {
        var source = Member(root, "source") ?? throw new ArtifactException($"the job '{name}' has no source");
        var git = Member(source, "git");
        var kind = Text(root, "source_type");
        var job = new WandbJob(
            name,
            kind switch
            {
                "repo" => WandbJobSource.Repo,
                "artifact" => WandbJobSource.Artifact,
                "image" => WandbJobSource.Image,
                _ => throw new ArtifactException($"the job '{name}' has the source type '{kind}': known are repo, artifact and image"),
            }
        )
        {
            GitRemote = git is { } remote ? Text(remote, "remote") : null,
            GitCommit = git is { } commit ? Text(commit, "commit") : null,
            CodeArtifact = Text(source, "artifact"),
            Image = Text(source, "image"),
            EntryPoint = Texts(source, "entrypoint"),
            Runtime = Text(root, "runtime"),
            Dockerfile = Text(source, "dockerfile"),
            BuildContext = Text(source, "build_context"),
            BaseImage = Text(source, "base_image"),
            IsNotebook = Member(source, "notebook")?.ValueKind == JsonValueKind.True,
        };
        var missing = job.Source switch
        {
            WandbJobSource.Repo => job.GitRemote is null || job.GitCommit is null ? "git remote and commit" : null,
            WandbJobSource.Artifact => job.CodeArtifact is null ? "code artifact" : null,
            _ => job.Image is null ? "image" : null,
        };
        return missing is null ? job : throw new ArtifactException($"the job '{name}' names no {missing}");
    }

    private static JsonElement? Member(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    private static string? Text(JsonElement element, string key) =>
        Member(element, key) is { } value && value.GetString() is { Length: > 0 } text ? text : null;

    private static List<string> Texts(JsonElement element, string key) =>
        Member(element, key) is { } list ? [.. list.EnumerateArray().Select(item => item.GetString() ?? string.Empty)] : [];

    private static string? Existing(string folder, string name) =>
        Path.Combine(folder, name) is var path && File.Exists(path) ? path : null;
}

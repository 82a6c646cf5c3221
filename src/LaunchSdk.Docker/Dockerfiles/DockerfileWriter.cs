using System.Text;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Writes instructions, one a line. Only constants and the text of typed values become words without quotes.</summary>
internal sealed class DockerfileWriter(BuilderFlavor flavor)
{
    private readonly StringBuilder _text = new();

    /// <summary>What builds the text.</summary>
    public BuilderFlavor Flavor { get; } = flavor;

    /// <summary>Begins a stage from an image.</summary>
    public void From(ImageReference image, string? name = null) => FromStage(image.Text, name);

    /// <summary>Begins a stage from an earlier one.</summary>
    public void FromStage(string stage, string? name = null)
    {
        _text.Append(_text.Length == 0 ? "" : "\n");
        Line(name is null ? $"FROM {stage}" : $"FROM {stage} AS {name}");
    }

    /// <summary>A line as it stands: constants and typed values only.</summary>
    public void Line(string line) => _text.Append(line).Append('\n');

    /// <summary>A command without a shell, whose words may be anything.</summary>
    /// <param name="words">The words.</param>
    /// <param name="caches">Directories that BuildKit keeps from build to build.</param>
    public void Run(IEnumerable<string> words, params string[] caches) => Line($"RUN {Mounts(caches)}{JsonWords.Write(words)}");

    /// <summary>A command line of a shell: constants and typed values only.</summary>
    public void Shell(string command, params string[] caches) => Line($"RUN {Mounts(caches)}{command}");

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private string Mounts(string[] caches) =>
        Flavor == BuilderFlavor.Classic ? "" : string.Concat(caches.Select(static cache => $"--mount=type=cache,{cache} "));
}

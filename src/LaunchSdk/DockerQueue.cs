using System.Collections.ObjectModel;
using System.Text;
using LaunchSdk.Configuration;
using LaunchSdk.Documents;
using LaunchSdk.Problems;

namespace LaunchSdk;

/// <summary>
/// A docker queue: its name, how jobs are ordered, which template variables a job may set, and the options of its containers.
/// </summary>
public sealed record DockerQueue
{
    /// <summary>Name, 1 to 64 characters; null where a file holds the bare options only.</summary>
    public string? Name { get; init; }

    /// <summary>Whether jobs have priorities (<c>V0</c>); null and <c>DISABLED</c> mean first in, first out.</summary>
    public PrioritizationMode? PrioritizationMode { get; init; }

    /// <summary>Template variables by name; a job's values are checked against them.</summary>
    public IReadOnlyDictionary<string, TemplateVariable> TemplateVariables { get; init; } =
        ReadOnlyDictionary<string, TemplateVariable>.Empty;

    /// <summary>Options of <c>docker run</c> and the builder block.</summary>
    public DockerQueueConfig Config { get; init; } = new();

    /// <summary>Defines a queue in code.</summary>
    /// <param name="name">Name, 1 to 64 characters.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The queue.</returns>
    /// <exception cref="ArgumentException">The name is empty or longer than 64 characters.</exception>
    public static DockerQueue Create(string name, Action<DockerQueueBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        if (name.Length > QueueFile.LongestName)
        {
            throw new ArgumentException(
                MessageText.Of($"the queue name '{name}' has {name.Length} characters: write 1 to {QueueFile.LongestName}"),
                nameof(name)
            );
        }

        var builder = new DockerQueueBuilder();
        configure(builder);
        return new DockerQueue { Name = name, Config = builder.Build() };
    }

    /// <summary>Reads a queue file: bare options, or a definition with the key <c>queue</c>. Every problem is reported at once.</summary>
    /// <param name="text">JSON or YAML; which one is told by the path's ending, else by the first character.</param>
    /// <param name="path">The file's name, for problems.</param>
    /// <returns>The queue, or the problems that keep it from being read.</returns>
    public static ConfigResult<DockerQueue> Parse(string text, string path = "queue.yaml") =>
        QueueFile.Read(ConfigDocument.Read(text, ConfigFormats.Detect(path, text), path), QueueReadOptions.Default);

    /// <summary>Reads a queue file from disk; see <see cref="Parse"/>.</summary>
    /// <param name="path">Path of the file.</param>
    /// <returns>The queue, or the problems that keep it from being read.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ConfigResult<DockerQueue> Load(string path) =>
        QueueFile.Read(ConfigDocument.ReadBytes(File.ReadAllBytes(path), path), QueueReadOptions.Default);

    /// <summary>The queue as a canonical file that reads back equal.</summary>
    /// <param name="format">The notation.</param>
    /// <returns>The text, which ends with a line break.</returns>
    public string ToText(ConfigFormat format) => QueueFile.Write(this, format);

    /// <summary>Equality by content: template variables by their names and values, whatever their order.</summary>
    /// <param name="other">The other queue.</param>
    /// <returns>Whether both say the same.</returns>
    public bool Equals(DockerQueue? other) =>
        other is not null
        && Name == other.Name
        && PrioritizationMode == other.PrioritizationMode
        && ConfigEquality.Equal(TemplateVariables, other.TemplateVariables)
        && Config == other.Config;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, PrioritizationMode, ConfigEquality.Hash(TemplateVariables), Config);

    private bool PrintMembers(StringBuilder text)
    {
        var printer = new MemberPrinter(text);
        printer.Add(nameof(Name), Name);
        printer.Add(nameof(PrioritizationMode), PrioritizationMode);
        printer.Add(nameof(TemplateVariables), TemplateVariables.Count == 0 ? null : TemplateVariables);
        printer.Add(nameof(Config), Config);
        return printer.HasPrinted;
    }
}

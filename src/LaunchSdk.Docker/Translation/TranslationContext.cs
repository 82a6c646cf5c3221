using Docker.DotNet.Models;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Translation;

/// <summary>What the areas of a translation share: the options to read, the request to write, and the problems found.</summary>
internal sealed class TranslationContext(OptionSettings options, ImageReference image, EngineTarget engine, ClientContext client)
{
    private readonly List<Problem> _problems = [];

    public OptionSettings Options { get; } = options;

    public ImageReference Image { get; } = image;

    public EngineTarget Engine { get; } = engine;

    public ClientContext Client { get; } = client;

    public CreateContainerParameters Parameters { get; } =
        new() { HostConfig = new HostConfig(), NetworkingConfig = new NetworkingConfig() };

    public HostConfig Host => Parameters.HostConfig!;

    public CreateRequestExtras Extras { get; } = new();

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>The text of a single-valued option; empty when it is not set, which is what docker sends then.</summary>
    public string Text(DockerOption option) => Options.FindText(option) ?? "";

    /// <summary>The value of a single-valued option; null when it is not set.</summary>
    public T? Value<T>(DockerOption option)
        where T : DockerValue, IParsable<T> => Options.FindText(option) is { } text ? T.Parse(text, null) : null;

    /// <summary>The number of a single-valued option; <paramref name="unset"/> when it is not set.</summary>
    public long Number(DockerOption option, long unset = 0) => Value<IntegerValue>(option)?.Value ?? unset;

    /// <summary>The bytes of a single-valued option; 0 when it is not set.</summary>
    public long Bytes(DockerOption option) => Value<ByteSize>(option)?.Bytes ?? 0;

    /// <summary>All texts of a repeatable option.</summary>
    public List<string> Texts(DockerOption option) => [.. Options.AllTexts(option)];

    /// <summary>All texts of a repeatable option; null when there are none.</summary>
    public List<string>? TextsOrNull(DockerOption option) => Texts(option) is { Count: > 0 } texts ? texts : null;

    /// <summary>All values of a repeatable option.</summary>
    public IEnumerable<T> Values<T>(DockerOption option)
        where T : DockerValue, IParsable<T> => Options.AllTexts(option).Select(text => T.Parse(text, null));

    /// <summary>Reports a violation at the setting of an option; without one, the client's environment set it.</summary>
    public void Report(Violation violation, DockerOption option)
    {
        foreach (var setting in Options)
        {
            if (ReferenceEquals(setting.Option, option))
            {
                _problems.Add(setting.CreateProblem(violation));
                return;
            }
        }

        _problems.Add(violation.At(new RequestLocation("environment")));
    }
}

namespace LaunchSdk.Docker.Containers;

/// <summary>Which part of a container's logs to read.</summary>
public sealed record ContainerLogOptions
{
    /// <summary>Whether reading goes on until the container ends; otherwise it ends with what is there. False unless set.</summary>
    public bool Follow { get; init; }

    /// <summary>Only the last lines, so many of them; null for all.</summary>
    public int? Tail { get; init; }

    /// <summary>Only what was written since then; null for all.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Whether each line begins with the engine's time of it. False unless set.</summary>
    public bool Timestamps { get; init; }

    internal string ToQuery() =>
        $"stdout=1&stderr=1&follow={(Follow ? 1 : 0)}&timestamps={(Timestamps ? 1 : 0)}"
        + string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"&tail={(Tail is { } lines ? lines.ToString(System.Globalization.CultureInfo.InvariantCulture) : "all")}"
        )
        + (
            Since is { } since
                ? string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"&since={(since - DateTimeOffset.UnixEpoch).TotalSeconds:0.000000}"
                )
                : ""
        );
}

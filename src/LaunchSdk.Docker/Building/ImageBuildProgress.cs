using System.Globalization;

namespace LaunchSdk.Docker.Building;

/// <summary>One message of a build, on the thread that does the work.</summary>
/// <param name="Phase">What the build is at.</param>
/// <param name="Text">What happens, without a line end.</param>
public sealed record ImageBuildProgress(ImageBuildPhase Phase, string Text)
{
    /// <summary>The step's number from 1, of <see cref="StepCount"/>; null where the builder gives none.</summary>
    public int? Step { get; init; }

    /// <summary>How many steps there are; null where the builder does not tell.</summary>
    public int? StepCount { get; init; }

    /// <summary>Whether the step was not run, because an earlier build had done the same; at its end.</summary>
    public bool IsCached { get; init; }

    /// <summary>How long the step took, by BuildKit's clock; at its end, and null where the builder does not tell.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>The layer of a pull or push; null for the image as a whole.</summary>
    public string? Layer { get; init; }

    /// <summary>Bytes done; null where nobody counts.</summary>
    public long? Current { get; init; }

    /// <summary>Bytes in all; null where nobody knows.</summary>
    public long? Total { get; init; }

    /// <summary>The message as a line of a log: <c>[2/5] COPY . /job</c>, <c>[2/5] CACHED</c>, and what a step writes indented.</summary>
    /// <returns>The line.</returns>
    public override string ToString() =>
        Phase switch
        {
            ImageBuildPhase.Step when Step is not null => $"{Number} {Text}",
            ImageBuildPhase.StepDone when IsCached => $"{Number} CACHED",
            ImageBuildPhase.StepDone => string.Create(CultureInfo.InvariantCulture, $"{Number} DONE {Elapsed?.TotalSeconds:0.0}s"),
            ImageBuildPhase.Output => $"    {Text}",
            _ => Layer is null ? Text : $"{Layer}: {Text}",
        };

    private string Number =>
        string.Create(CultureInfo.InvariantCulture, $"[{Step}/{StepCount?.ToString(CultureInfo.InvariantCulture) ?? "?"}]");
}

namespace LaunchSdk.Docker.Output;

/// <summary>What ended a line of output.</summary>
public enum LineEnding
{
    /// <summary>A line feed, or a carriage return and a line feed.</summary>
    Newline,

    /// <summary>A carriage return alone: what comes next is written over this line, as progress bars do.</summary>
    CarriageReturn,

    /// <summary>The longest line that the reader takes: the rest follows as the next line. A character is not cut.</summary>
    Cut,

    /// <summary>The end of the output.</summary>
    EndOfOutput,
}

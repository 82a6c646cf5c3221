namespace LaunchSdk.Problems;

/// <summary>How much a problem matters.</summary>
public enum ProblemSeverity
{
    /// <summary>Worth knowing; nothing has to be done.</summary>
    Information,

    /// <summary>Probably not what was meant; the file is used all the same.</summary>
    Warning,

    /// <summary>The file is not used.</summary>
    Error,
}

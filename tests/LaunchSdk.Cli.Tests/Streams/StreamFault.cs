namespace LaunchSdk.Cli.Tests.Streams;

/// <summary>What is wrong with one of the standard streams.</summary>
public enum StreamFault
{
    /// <summary>Standard output is a pipe that nobody reads any more.</summary>
    ReaderGone,

    /// <summary>Standard output is on a full disk.</summary>
    DiskFull,

    /// <summary>Standard output is closed.</summary>
    OutputClosed,

    /// <summary>Standard error is closed.</summary>
    ErrorClosed,

    /// <summary>Standard error is on a full disk.</summary>
    ErrorDiskFull,

    /// <summary>Standard input is closed.</summary>
    InputClosed,

    /// <summary>Standard input is a directory.</summary>
    InputIsDirectory,

    /// <summary>All three are closed.</summary>
    AllClosed,
}

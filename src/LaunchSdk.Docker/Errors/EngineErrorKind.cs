namespace LaunchSdk.Docker.Errors;

/// <summary>The failures that LaunchSdk knows a way out of. docs/errors.md lists their texts.</summary>
public enum EngineErrorKind
{
    /// <summary>None of the others; the message is all that is known.</summary>
    Other,

    /// <summary>No engine could be reached.</summary>
    NoEngine,

    /// <summary>This user may not open the engine's socket.</summary>
    SocketPermission,

    /// <summary>Client and engine have no API version in common.</summary>
    ApiVersion,

    /// <summary>There is no such image or tag.</summary>
    ImageNotFound,

    /// <summary>The registry wants other credentials, or there is no such image: it does not tell which.</summary>
    ImageDenied,

    /// <summary>The registry is out of the engine's reach.</summary>
    RegistryUnreachable,

    /// <summary>Another container has the name.</summary>
    NameInUse,

    /// <summary>A port of the host is taken.</summary>
    PortTaken,

    /// <summary>There is no such network.</summary>
    NetworkNotFound,

    /// <summary>The engine cannot give a container a GPU.</summary>
    NoGpuDriver,

    /// <summary>The source of a mount is not there.</summary>
    MountSource,

    /// <summary>A disk is full.</summary>
    NoSpace,

    /// <summary>The image lacks the program.</summary>
    ProgramNotFound,

    /// <summary>The program may not be executed.</summary>
    ProgramNotExecutable,

    /// <summary>The engine's machine has no such device, or the engine no such CDI device.</summary>
    DeviceNotFound,

    /// <summary>What answered is no Docker Engine, or something between here and the engine changed its answer.</summary>
    BadAnswer,
}

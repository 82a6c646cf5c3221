namespace LaunchSdk.Docker.Building;

/// <summary>What a build is at.</summary>
public enum ImageBuildPhase
{
    /// <summary>The source is fetched and read, and the Dockerfile chosen.</summary>
    Prepare,

    /// <summary>The engine and the registry are asked whether they have the image already.</summary>
    Look,

    /// <summary>A base image is pulled; the text is about a layer where <see cref="ImageBuildProgress.Layer"/> names one.</summary>
    Pull,

    /// <summary>Bytes of the context have gone to the engine.</summary>
    Send,

    /// <summary>A step of the Dockerfile begins: the text is the instruction.</summary>
    Step,

    /// <summary>A line that a step wrote.</summary>
    Output,

    /// <summary>The image is pushed; the text is about a layer where <see cref="ImageBuildProgress.Layer"/> names one.</summary>
    Push,

    /// <summary>The image is there.</summary>
    Done,

    /// <summary>
    /// A step of the Dockerfile has ended well: the text is the instruction again. The classic builder says so only of a step that it took
    /// from its cache.
    /// </summary>
    StepDone,
}

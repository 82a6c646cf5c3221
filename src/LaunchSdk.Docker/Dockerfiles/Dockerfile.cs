using LaunchSdk.Docker.Sources;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>A Dockerfile that was read: its instructions, its stages, the images it starts from and whether it needs BuildKit.</summary>
public sealed class Dockerfile
{
    private readonly IReadOnlyList<string> _needs;

    internal Dockerfile(string text, DockerfileOrigin origin, string? path, DockerfileText parsed)
    {
        Text = text;
        Origin = origin;
        Path = path;
        Syntax = parsed.Syntax;
        Instructions = parsed.Instructions;
        Stages = StageReader.Read(parsed.Instructions);
        _needs = BuildKitNeeds.Find(parsed);
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Where it comes from.</summary>
    public DockerfileOrigin Origin { get; }

    /// <summary>Its path in the context, with <c>/</c> between the parts; null for a generated one, which is in no file.</summary>
    public string? Path { get; }

    /// <summary>The image of <c># syntax=</c>, which BuildKit reads the file with; null for none.</summary>
    public string? Syntax { get; }

    /// <summary>The instructions in their order. The classic builder's <c>Step 3/9</c> is the third of them.</summary>
    public IReadOnlyList<DockerfileInstruction> Instructions { get; }

    /// <summary>The stages in their order; the last one becomes the image.</summary>
    public IReadOnlyList<DockerfileStage> Stages { get; }

    /// <summary>Whether the classic builder cannot build it.</summary>
    public bool NeedsBuildKit => _needs.Count > 0;

    /// <summary>Each thing that only BuildKit can do, with its line: <c>line 4: RUN --mount</c>.</summary>
    public IReadOnlyList<string> BuildKitReasons => _needs;

    /// <summary>Reads a Dockerfile.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="path">Its path in the context; null when it is in no file.</param>
    /// <returns>The Dockerfile.</returns>
    /// <exception cref="BuildInputException">It has no <c>FROM</c>, an unknown instruction, or a here-document without its end. All
    /// problems are told.</exception>
    public static Dockerfile Parse(string text, DockerfileOrigin origin = DockerfileOrigin.Job, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parsed = DockerfileReader.Read(text);
        var problems = DockerfileCheck.Find(parsed);
        return problems.Count == 0
            ? new Dockerfile(text, origin, path, parsed)
            : throw new BuildInputException([.. problems.Select(problem => $"{path ?? "Dockerfile"}: {problem}")]);
    }

    /// <summary>
    /// The images that a build pulls: of each <c>FROM</c> that is neither <c>scratch</c> nor a stage, and of each <c>COPY --from</c>. Each
    /// of them once.
    /// </summary>
    /// <param name="buildArguments">The values given for the <c>ARG</c>s before the first <c>FROM</c>; null for none.</param>
    /// <returns>The images, in the order of the text.</returns>
    /// <exception cref="BuildInputException">With these arguments a <c>FROM</c> names no image. All of them are told.</exception>
    public IReadOnlyList<ImageReference> GetBaseImages(IReadOnlyDictionary<string, string>? buildArguments = null) =>
        BaseImageFinder.Find(this, buildArguments ?? new Dictionary<string, string>());

    /// <summary>The stage of the classic builder's step.</summary>
    /// <param name="step">The number in <c>Step 3/9</c>, from 1.</param>
    /// <returns>The stage; null for an <c>ARG</c> before the first <c>FROM</c> and for a step that is not there.</returns>
    public DockerfileStage? StageOfStep(int step) => FindStep(step)?.Stage is { } stage ? Stages[stage] : null;

    /// <summary>The instruction of the classic builder's step.</summary>
    /// <param name="step">The number in <c>Step 3/9</c>, from 1.</param>
    /// <returns>The instruction; null for a step that is not there.</returns>
    public DockerfileInstruction? FindStep(int step) => step >= 1 && step <= Instructions.Count ? Instructions[step - 1] : null;
}

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>One instruction of a Dockerfile.</summary>
/// <param name="Line">The line it begins on; 1 is the first.</param>
/// <param name="Keyword">In upper case: <c>RUN</c>.</param>
/// <param name="Flags">The words with two dashes before the arguments: <c>--mount=type=cache,target=/root/.cache</c>.</param>
/// <param name="Arguments">What follows, with its continued lines joined as docker joins them; heredocs are not in it.</param>
/// <param name="Heredocs">The bodies of here-documents, which only BuildKit reads.</param>
/// <param name="Stage">The stage's number, from 0; null for an <c>ARG</c> before the first <c>FROM</c>.</param>
public sealed record DockerfileInstruction(
    int Line,
    string Keyword,
    IReadOnlyList<string> Flags,
    string Arguments,
    IReadOnlyList<string> Heredocs,
    int? Stage
)
{
    /// <summary>
    /// The words of the exec form (<c>["python", "train.py"]</c>); null where the arguments are not a JSON array of strings.
    /// </summary>
    public IReadOnlyList<string>? Words => JsonWords.Read(Arguments);

    /// <summary>The instruction on one line, as an engine names a step: <c>RUN pip install wandb</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => string.Join(' ', [Keyword, .. Flags, Arguments]).TrimEnd();
}

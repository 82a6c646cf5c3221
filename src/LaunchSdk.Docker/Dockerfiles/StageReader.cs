namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Reads the <c>FROM</c> lines.</summary>
internal static class StageReader
{
    public static IReadOnlyList<DockerfileStage> Read(IReadOnlyList<DockerfileInstruction> instructions) =>
        [.. instructions.Where(static instruction => instruction.Keyword == "FROM").Select(static from => Read(from))];

    public static string[] Words(DockerfileInstruction from) => from.Arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The value of an instruction's flag; null when it is not there.</summary>
    public static string? Flag(DockerfileInstruction instruction, string name) =>
        instruction.Flags.FirstOrDefault(flag => flag.StartsWith($"--{name}=", StringComparison.Ordinal))?[(name.Length + 3)..];

    private static DockerfileStage Read(DockerfileInstruction from)
    {
        var words = Words(from);
        return new DockerfileStage(
            from.Stage!.Value,
            words.Length == 3 ? words[2].ToLowerInvariant() : null,
            words[0],
            Flag(from, "platform"),
            from.Line
        );
    }
}

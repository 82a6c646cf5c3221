namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Finds what the classic builder cannot do.</summary>
internal static class BuildKitNeeds
{
    private static readonly Dictionary<string, string[]> Flags = new(StringComparer.Ordinal)
    {
        ["RUN"] = ["mount", "network", "security", "device"],
        ["COPY"] = ["link", "chmod", "parents", "exclude"],
        ["ADD"] = ["link", "chmod", "checksum", "keep-git-dir", "exclude", "unpack"],
    };

    private static readonly string[] PlatformArguments =
    [
        "TARGETPLATFORM",
        "TARGETOS",
        "TARGETARCH",
        "TARGETVARIANT",
        "BUILDPLATFORM",
        "BUILDOS",
        "BUILDARCH",
        "BUILDVARIANT",
    ];

    public static IReadOnlyList<string> Find(DockerfileText file)
    {
        var needs = new List<string>();

        // Docker's own syntax images only add to what a builder without them reads; another image reads another language.
        if (file.Syntax is { } syntax && !IsDockers(syntax))
        {
            needs.Add($"line 1: # syntax={syntax}");
        }

        foreach (var instruction in file.Instructions)
        {
            needs.AddRange(Find(instruction).Select(need => $"line {instruction.Line}: {need}"));
        }

        return needs;
    }

    private static IEnumerable<string> Find(DockerfileInstruction instruction)
    {
        foreach (var flag in Flags.GetValueOrDefault(instruction.Keyword) ?? [])
        {
            if (instruction.Flags.Any(given => given == $"--{flag}" || given.StartsWith($"--{flag}=", StringComparison.Ordinal)))
            {
                yield return $"{instruction.Keyword} --{flag}";
            }
        }

        if (instruction.Heredocs.Count > 0)
        {
            yield return $"{instruction.Keyword} with a here-document";
        }

        if (
            instruction.Keyword == "ADD"
            && DockerfileWords
                .Split(instruction.Arguments, '\\')
                .Any(static word =>
                    word.StartsWith("git@", StringComparison.Ordinal)
                    || (
                        word.StartsWith("https://", StringComparison.Ordinal)
                        && word.Split('#')[0].EndsWith(".git", StringComparison.Ordinal)
                    )
                )
        )
        {
            yield return "ADD of a git repository";
        }

        if (instruction.Keyword == "FROM" && PlatformArguments.FirstOrDefault(name => Uses(instruction, name)) is { } argument)
        {
            yield return $"FROM with ${argument}";
        }
    }

    private static bool Uses(DockerfileInstruction from, string name)
    {
        var text = string.Join(' ', [.. from.Flags, from.Arguments]);
        return text.Contains($"${{{name}", StringComparison.Ordinal)
            || (
                text.IndexOf($"${name}", StringComparison.Ordinal) is var at and >= 0
                && (at + name.Length + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + name.Length + 1]))
            );
    }

    private static bool IsDockers(string syntax)
    {
        var name = syntax.StartsWith("docker.io/", StringComparison.Ordinal) ? syntax["docker.io/".Length..] : syntax;
        return name == "docker/dockerfile"
            || name.StartsWith("docker/dockerfile:", StringComparison.Ordinal)
            || name.StartsWith("docker/dockerfile@", StringComparison.Ordinal);
    }
}

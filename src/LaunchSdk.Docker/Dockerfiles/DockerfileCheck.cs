using LaunchSdk.Problems;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>What both builders would refuse before the first step.</summary>
internal static class DockerfileCheck
{
    private static readonly string[] Keywords =
    [
        "ADD",
        "ARG",
        "CMD",
        "COPY",
        "ENTRYPOINT",
        "ENV",
        "EXPOSE",
        "FROM",
        "HEALTHCHECK",
        "LABEL",
        "MAINTAINER",
        "ONBUILD",
        "RUN",
        "SHELL",
        "STOPSIGNAL",
        "USER",
        "VOLUME",
        "WORKDIR",
    ];

    public static IReadOnlyList<string> Find(DockerfileText file)
    {
        var problems = file.Problems.ToList();
        foreach (var instruction in file.Instructions)
        {
            if (!Keywords.Contains(instruction.Keyword))
            {
                var near = NearestName.FindOne(instruction.Keyword, Keywords);
                problems.Add(
                    $"line {instruction.Line}: '{instruction.Keyword}' is not an instruction{(near is null ? "" : $": write {near}")}"
                );
            }
            else if (instruction.Stage is null && instruction.Keyword != "ARG")
            {
                problems.Add($"line {instruction.Line}: {instruction.Keyword} stands before the first FROM: only ARG may");
            }
            else if (instruction.Arguments.Length == 0)
            {
                problems.Add($"line {instruction.Line}: {instruction.Keyword} has no arguments");
            }
            else if (instruction.Keyword == "FROM" && !IsFrom(instruction))
            {
                problems.Add($"line {instruction.Line}: '{instruction}' is not FROM image or FROM image AS name");
            }
        }

        if (!file.Instructions.Any(static instruction => instruction.Keyword == "FROM"))
        {
            problems.Add("it has no FROM: begin with the image that yours is built on");
        }

        return problems;
    }

    private static bool IsFrom(DockerfileInstruction from) =>
        StageReader.Words(from) is { Length: 1 } or { Length: 3 } and [_, "AS" or "as" or "As" or "aS", _];
}

using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Tests.Fixing;

public sealed class EditPropertyTests
{
    private static readonly string[] Keys =
    [
        "memory",
        "memroy",
        "\"memory\"",
        "env",
        "e",
        "environment",
        "label",
        "labels",
        "gpus",
        "gpu",
        "volume",
        "rm",
        "'init'",
        "name",
        "publish",
        "shm-size",
        "health-interval",
        "restart",
        "pull",
        "cap-add",
        "ulimit",
        "builder",
        "network",
        "storage-opt",
        "sysctl",
    ];

    private static readonly string[] Values =
    [
        "1g",
        "512mb2",
        "'512 MB'",
        "\"1gig\"",
        "[1g]",
        "[ \"1g\" ]",
        "[a, b, no]",
        "30",
        "1.5 h",
        "yes",
        "\"true\"",
        "True",
        "~",
        "",
        "no",
        "22:22",
        "0777",
        "on",
        "device=0,device=1",
        "device=0,1",
        "[/a:/b, /c:/d]",
        "\"device=0,1\"",
        "al",
        "on-failure:three",
        "alway",
        "nevr",
        "${run_idd}",
        "x-${run_ide}-{{y}}",
        "\"${projct_name}\"",
        "/a:/b:r",
        "{A: 1, B: no}",
        "\n  A: 1\n  B: \"x\"",
        "\n  - a=b\n  - no",
        "|\n  512mb2",
        ">-\n  1gig",
        "&x 1gig",
        "*x",
        "!!str 1gig",
        "8080:80:90",
        "SYS_ADMN",
        "nofile=1:x",
        "{accelerator: 1, cuda: {base_image: x}}",
        "a b # c",
        "{cuda: {base_imag: x}}",
        "\n\t- a=b",
    ];

    private static readonly string[] LineEnds = ["\n", "\r\n", "  # a comment\n", "\n# a line\n", "\n\n"];

    private static readonly string[] AgentKeys =
    [
        "entity",
        "entty",
        "queue",
        "queues",
        "max_jobs",
        "max_job",
        "builder",
        "bilder",
        "registry",
        "environment",
        "secure_mode",
        "verbosity",
    ];

    private static readonly string[] AgentValues =
    [
        "e",
        "no",
        "[a, b]",
        "a",
        "3",
        "'2'",
        "yes",
        "true",
        "~",
        "{type: docker}",
        "{type: dockr, destination: r.azurecr.io/x}",
        "{uri: r.azurecr.io/x}",
        "{type: acr, uri: r.azurecr.io/x}",
        "{type: ecr, uri: r.azurecr.io/x}",
        "{type: local}",
        "\n  type: acr # kind\n  uri: r.azurecr.io/x # place",
        "\n  # place\n  uri: r.azurecr.io/y",
        "\n  type: docker",
        "\n  type: noop # none\n  # more",
        "&x {uri: r.azurecr.io/x}",
        "*x",
        "&y a",
        "*y",
        "{}",
        "|\n  a",
        "{type: aws, region: us-east-1}",
        "{type: gpc}",
        "\n  - a\n  - no",
    ];

    private static readonly string[] JsonValues =
    [
        "\"1g\"",
        "\"512mb2\"",
        "30",
        "[\"1g\"]",
        "[\n  \"1g\"\n]",
        "\"yes\"",
        "'true'",
        "True",
        "None",
        "alway",
        "\"device=0,1\"",
        "[\"/a:/b\",]",
        "{\"A\": 1, \"B\": \"x\"}",
        "\"${run_ide}\"",
        "// c\n1",
        "{\"cuda\": {\"base_image\": \"x\"}}",
        "\"\u00e9\\u00e9 1gig\"",
        "[\"a=b\" \"c=d\"]",
        "{\"uri\": \"r.azurecr.io/x\", \"type\": \"acr\"}",
        "{\"type\": \"docker\"}",
        "{ }",
    ];

    private static readonly string[] Separators = [", ", ",\n  ", "\n  , ", " , ", "\r\n, ", " "];

    [Property(MaxTest = 3000)]
    public Property An_edit_of_a_queue_file_removes_its_problem_and_breaks_nothing() =>
        Prop.ForAll(Lines(Keys, Values).ToArbitrary(), text => EditsHelp(text, "queue.yaml"));

    [Property(MaxTest = 3000)]
    public Property An_edit_in_brackets_removes_its_problem_and_breaks_nothing() =>
        Prop.ForAll(Brackets(Keys, Values.Where(IsOneLine)).ToArbitrary(), text => EditsHelp(text, "queue.yaml"));

    [Property(MaxTest = 3000)]
    public Property An_edit_of_an_agents_file_removes_its_problem_and_breaks_nothing() =>
        Prop.ForAll(
            Gen.OneOf(Lines(AgentKeys, AgentValues), Brackets(AgentKeys, AgentValues.Where(IsOneLine))).ToArbitrary(),
            text => EditsHelp(text, "launch-config.yaml")
        );

    [Property(MaxTest = 3000)]
    public Property An_edit_of_JSON_removes_its_problem_and_breaks_nothing() =>
        Prop.ForAll(
            Gen.OneOf(
                    Json(Keys).Select(text => (Text: text, Path: "queue.json")),
                    Json(AgentKeys).Select(text => (Text: text, Path: "launch-config.json"))
                )
                .ToArbitrary(),
            file => EditsHelp(file.Text, file.Path)
        );

    [Property(MaxTest = 300)]
    public Property Fixing_is_stable_and_leaves_no_more_errors(bool isCrLf) =>
        Prop.ForAll(
            Files().ToArbitrary(),
            file =>
            {
                var source = isCrLf
                    ? file.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)
                    : file.Text;
                var first = Fix(source, file.Path);
                return Broken(Read(first, file.Path)) <= Broken(Read(source, file.Path)) && Fix(first, file.Path) == first
                    ? true
                    : throw new InvalidOperationException($"{source}\n=====\n{first}\n=====\n{Fix(first, file.Path)}");
            }
        );

    private static bool EditsHelp(string text, string path)
    {
        var before = Read(text, path);
        return before
            .Where(problem => problem.Edit is not null)
            .All(problem =>
            {
                var edit = problem.Edit!;
                var mended = text[..edit.Range.Start] + edit.NewText + text[edit.Range.End..];
                var after = Read(mended, path);
                return problem.Rule.HasFix && Broken(after) <= Broken(before) && Same(after, problem) < Same(before, problem)
                    ? true
                    : throw new InvalidOperationException(
                        $"{problem}\n{edit.Title}\n{text}\n=====\n{mended}\n=====\n{string.Join('\n', after)}"
                    );
            });
    }

    private static Gen<(string Text, string Path)> Files() =>
        Gen.OneOf(
            Lines(Keys, Values).Select(text => (text, "queue.yaml")),
            Brackets(Keys, Values.Where(IsOneLine)).Select(text => (text, "queue.yaml")),
            Lines(AgentKeys, AgentValues).Select(text => (text, "launch-config.yaml")),
            Json(Keys).Select(text => (text, "queue.json")),
            Json(AgentKeys).Select(text => (text, "launch-config.json"))
        );

    private static Gen<string> Lines(string[] names, string[] contents) =>
        from count in Gen.Choose(1, 5)
        from keys in Gen.Elements(names).ListOf(count)
        from values in Gen.Elements(contents).ListOf(count)
        from ends in Gen.Elements(LineEnds).ListOf(count)
        select string.Concat(keys.Select((key, i) => $"{key}: {values[i]}{ends[i]}"));

    private static Gen<string> Brackets(string[] names, IEnumerable<string> contents) =>
        from count in Gen.Choose(1, 5)
        from keys in Gen.Elements(names).ListOf(count)
        from values in Gen.Elements(contents.ToArray()).ListOf(count)
        from separator in Gen.Elements(Separators[..4])
        select "{" + string.Join(separator, keys.Select((key, i) => $"{key}: {values[i]}")) + "}\n";

    private static Gen<string> Json(string[] names) =>
        from count in Gen.Choose(1, 5)
        from keys in Gen.Elements(names.Select(name => "\"" + name.Trim('"', '\'') + "\"").Append("memory").ToArray()).ListOf(count)
        from values in Gen.Elements(JsonValues).ListOf(count)
        from separator in Gen.Elements(Separators)
        select "{" + string.Join(separator, keys.Select((key, i) => $"{key}: {values[i]}")) + "}";

    private static bool IsOneLine(string value) =>
        !value.Contains('\n', StringComparison.Ordinal) && !value.Contains('#', StringComparison.Ordinal);

    private static IReadOnlyList<Problem> Read(string text, string path) =>
        path.StartsWith("launch-config", StringComparison.Ordinal)
            ? LaunchAgentConfig.Parse(text, path).Problems
            : DockerQueue.Parse(text, path).Problems;

    private static int Broken(IReadOnlyList<Problem> problems) => problems.Count(problem => problem.Rule.Id is "LSDK0001" or "LSDK0002");

    private static int Same(IReadOnlyList<Problem> problems, Problem wanted) =>
        problems.Count(problem => problem.Rule == wanted.Rule && problem.Message == wanted.Message);

    private static string Fix(string text, string path)
    {
        using var tool = new FixRun();
        tool.Write(path, text);
        tool.Run("validate", "--fix", path).GetAwaiter().GetResult();
        return tool.Read(path);
    }
}

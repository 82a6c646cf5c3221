using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LaunchSdk.Problems;

namespace LaunchSdk.Cli.Tests.Fixing;

public sealed class EditPropertyTests
{
    private static readonly string[] Keys =
    [
        "memory", "memroy", "\"memory\"", "env", "e", "environment", "label", "labels", "gpus", "gpu", "volume", "rm", "'init'", "name", "publish",
        "shm-size", "health-interval", "restart", "pull", "cap-add", "ulimit", "builder", "network", "storage-opt", "sysctl",
    ];

    private static readonly string[] Values =
    [
        "1g", "512mb2", "'512 MB'", "\"1gig\"", "[1g]", "[ \"1g\" ]", "[a, b, no]", "30", "1.5 h", "yes", "\"true\"", "True", "~", "", "no", "22:22", "0777", "on",
        "device=0,device=1", "device=0,1", "[/a:/b, /c:/d]", "\"device=0,1\"", "al", "on-failure:three", "alway", "nevr", "${run_idd}", "x-${run_ide}-{{y}}", "\"${projct_name}\"", "/a:/b:r",
        "{A: 1, B: no}", "\n  A: 1\n  B: \"x\"", "\n  - a=b\n  - no", "|\n  512mb2", ">-\n  1gig", "&x 1gig", "*x", "!!str 1gig", "8080:80:90", "SYS_ADMN", "nofile=1:x",
        "{accelerator: 1, cuda: {base_image: x}}", "a b # c", "{cuda: {base_imag: x}}", "\n\t- a=b",
    ];

    private static readonly string[] LineEnds = ["\n", "\r\n", "  # a comment\n", "\n# a line\n", "\n\n"];

    [Property(MaxTest = 3000)]
    public Property An_edit_removes_its_problem_and_breaks_nothing() => Prop.ForAll(Texts().ToArbitrary(), text =>
    {
        var before = Read(text);
        return before.Where(problem => problem.Edit is not null).All(problem =>
        {
            var edit = problem.Edit!;
            var mended = text[..edit.Range.Start] + edit.NewText + text[edit.Range.End..];
            var after = Read(mended);
            return Broken(after) <= Broken(before) && Same(after, problem) < Same(before, problem)
                ? true
                : throw new InvalidOperationException($"{problem}\n{edit.Title}\n{text}\n=====\n{mended}\n=====\n{string.Join('\n', after)}");
        });
    });

    [Property(MaxTest = 300)]
    public Property Fixing_is_stable_and_leaves_no_more_errors(bool isCrLf) => Prop.ForAll(Texts().ToArbitrary(), text =>
    {
        var source = isCrLf ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal) : text;
        var first = Fix(source);
        return Broken(Read(first)) <= Broken(Read(source)) && Fix(first) == first;
    });

    private static Gen<string> Texts() =>
        from count in Gen.Choose(1, 5)
        from keys in Gen.Elements(Keys).ListOf(count)
        from values in Gen.Elements(Values).ListOf(count)
        from ends in Gen.Elements(LineEnds).ListOf(count)
        select string.Concat(keys.Select((key, i) => $"{key}: {values[i]}{ends[i]}"));

    private static IReadOnlyList<Problem> Read(string text) => DockerQueue.Parse(text, "queue.yaml").Problems;

    private static int Broken(IReadOnlyList<Problem> problems) => problems.Count(problem => problem.Rule.Id is "LSDK0001" or "LSDK0002");

    private static int Same(IReadOnlyList<Problem> problems, Problem wanted) =>
        problems.Count(problem => problem.Rule == wanted.Rule && problem.Message == wanted.Message);

    private static string Fix(string text)
    {
        using var tool = new FixRun();
        tool.Write("queue.yaml", text);
        tool.Run("validate", "--fix", "queue.yaml").GetAwaiter().GetResult();
        return tool.Read("queue.yaml");
    }
}

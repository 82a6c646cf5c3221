using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace LaunchSdk.Cli.Tests.Fixing;

/// <summary>Valid files with mistakes put in: after the fixes they say what they said before them, whatever their notation.</summary>
public sealed class MistakePropertyTests
{
    // A setting as it should be, and as people write it; values as YAML in brackets has them.
    private static readonly (string Right, string[] Wrong)[] Settings =
    [
        ("memory: 1g", ["memroy: 1g", "mem_limit: 1g", "memory: 1gig", "memory: [1g]", "memory: \"1 gig\"", "memroy: '1gig'"]),
        ("health-interval: 30s", ["health-interval: 30", "health-interval: '30 s'", "health-intervall: 30s", "health-interval: [30s]"]),
        ("pull: always", ["pull: alway", "pull: \"allways\"", "pul: alway"]),
        ("name: 'job-${run_id}'", ["name: 'job-${run_ide}'", "container_name: 'job-${run_id}'", "name: \"job-${runid}\""]),
        ("label: [a=b, \"no\"]", ["label: [a=b, no]", "labels: [a=b, no]", "labels: [a=b, \"no\"]"]),
        ("volume: [/a:/b, /c:/d]", ["env: [/a:/b, /c:/d]", "volumes: ['/a:/b', /c:/d]"]),
        ("gpus: '\"device=0,1\"'", ["gpus: \"device=0,1\"", "gpu: 'device=0,1'", "gpus: \"device=0,device=1\""]),
        ("init: true", ["init: \"true\"", "init: yes", "init: 1"]),
        ("sysctl: [\"net.a=1\"]", ["sysctl: {net.a: 1}", "sysctls: {net.a: 1}"]),
        ("cpus: 2", ["cpus: 1, cpus: 2", "cpu: 2", "cpus: [2]"]),
        ("builder: {accelerator: {base_image: x}}", ["builder: {cuda: {base_image: x}}", "builder: {acelerator: {base_imag: x}}"]),
    ];

    [Property(MaxTest = 400)]
    public Property A_file_says_after_its_fixes_what_was_meant() =>
        Prop.ForAll(
            Mistakes().ToArbitrary(),
            mistakes =>
            {
                var (right, wrong, isInLines, isCrLf) = mistakes;
                var meant = Read(Write(right, isInLines, isCrLf));
                var source = Write(wrong, isInLines, isCrLf);
                var mended = Fix(source);
                var result = Read(mended);
                return result == meant
                    ? true
                    : throw new InvalidOperationException($"{source}\n=====\n{mended}\n=====\n{result}\n=====\n{meant}");
            }
        );

    private static Gen<(string[] Right, string[] Wrong, bool IsInLines, bool IsCrLf)> Mistakes() =>
        from count in Gen.Choose(1, Settings.Length)
        from order in Gen.Shuffle(Settings)
        from choices in Gen.Choose(0, 7).ListOf(count)
        from isInLines in Gen.Elements(true, false)
        from isCrLf in Gen.Elements(true, false)
        let chosen = order.Take(count).ToArray()
        select (
            chosen.Select(setting => setting.Right).ToArray(),
            chosen.Select((setting, i) => choices[i] < setting.Wrong.Length ? setting.Wrong[choices[i]] : setting.Right).ToArray(),
            isInLines,
            isCrLf
        );

    private static string Write(string[] settings, bool isInLines, bool isCrLf)
    {
        var end = isCrLf ? "\r\n" : "\n";
        return isInLines
            ? string.Concat(
                settings.Select(setting =>
                    "# größer \U0001F600" + end + setting.Replace("cpus: 1, ", "cpus: 1" + end, StringComparison.Ordinal) + " # here" + end
                )
            )
            : "{ " + string.Join("," + end + "  ", settings) + " }" + end;
    }

    // What the queue says, and what is wrong with it.
    private static string Read(string text)
    {
        var result = DockerQueue.Parse(text, "queue.yaml");
        var problems = result.Problems.Where(problem => problem.Severity != Problems.ProblemSeverity.Information);
        return string.Join('\n', problems) + "\n" + result.Value?.ToText(Documents.ConfigFormat.Json);
    }

    private static string Fix(string text)
    {
        using var tool = new FixRun();
        tool.Write("queue.yaml", text);
        tool.Run("validate", "--fix", "queue.yaml").GetAwaiter().GetResult();
        return tool.Read("queue.yaml");
    }
}

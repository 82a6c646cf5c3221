using System.Text;

namespace LaunchSdk.Tests.Configuration;

/// <summary>A file may be all mistakes: the first thousand are told, with one more problem that says there are others.</summary>
public sealed class ProblemLimitTests
{
    public static TheoryData<string> Files =>
        [
            Lines("k{0}: v\n", 80_000),
            "env: [" + Lines("=x{0}, ", 200_000) + "]\n",
            "label: [" + Lines("\"${{nothing{0}}}\", ", 50_000) + "]\n",
            "queue: q\nresource_args:\n  local-container:\n" + Lines("    k{0}: v\n", 80_000),
            "queue: q\ntemplate_variables:\n"
                + Lines("  variable{0}: {{schema: {{type: string}}}}\n", 20_000)
                + "resource_args: {local-container: {label: ["
                + Lines("\"{{{{varible{0}}}}}\", ", 2_000)
                + "]}}\n",
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void More_problems_than_a_person_reads_are_not_looked_for(string text)
    {
        var problems = DockerQueue.Parse(text, "queue.yaml").Problems;

        Assert.Equal(1_001, problems.Count);
        Assert.Equal("LSDK0014", Assert.Single(problems, problem => problem.Rule.Id == "LSDK0014").Rule.Id);
    }

    [Fact]
    public void A_number_of_CPUs_with_more_digits_than_anyone_writes_is_refused() =>
        Assert.Equal("LSDK0005", Assert.Single(DockerQueue.Parse("cpus: " + new string('1', 4_097) + "\n", "queue.yaml").Problems).Rule.Id);

    private static string Lines(string line, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.AppendFormat(null, line, i);
        }

        return text.ToString();
    }
}

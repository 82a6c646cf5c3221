using System.Text;
using LaunchSdk.Documents;
using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Validation;

namespace LaunchSdk.Tests.Problems;

/// <summary>
/// Options whose values may hold a secret, and every way to get a value of theirs into a message: the secret stands in none.
/// </summary>
public sealed class SecretProblemTests
{
    private const string Secret = "hunter2supersecret";

    // What stands behind an option's name in a queue's file; OPTION is that name.
    private static readonly string[] Values =
    [
        "\"=hunter2supersecret\"",
        "[\"=hunter2supersecret\"]",
        "[\"TOKEN=hunter2supersecret\", \"=hunter2supersecret\"]",
        "{TOKEN: hunter2supersecret}",
        "{TOKEN: {deep: [hunter2supersecret]}}",
        "[{TOKEN: hunter2supersecret}]",
        "[[TOKEN=hunter2supersecret]]",
        "[TOKEN: hunter2supersecret, true]",
        "[\"TOKEN=hunter2supersecret {{absent}}\"]",
        "[\"TOKEN=hunter2supersecret ${wrong_macro}\"]",
        "[\"TOKEN=hunter2supersecret${run_idd}\"]",
        "[\"TOKEN: hunter2supersecret\", \"TOKEN= hunter2supersecret\"]",
        "[TOKEN=hunter2supersecret, true, null]",
        "[!!int TOKEN=hunter2supersecret]",
        "!!int \"TOKEN=hunter2supersecret\"",
        "[\"/a:/b=hunter2supersecret\"]",
        "TOKEN=hunter2supersecret\n    OPTION: TOKEN=hunter2supersecret",
        "TOKEN=hunter2supersecret\n    memory: 1x",
        "[&a TOKEN=hunter2supersecret, *b]",
        "\"TOKEN=hunter2supersecret\\u001b\\n=\"",
        "\"=hunter2supersecrethunter2supersecrethunter2supersecrethunter2supersecrethunter2supersecrethunter2supersecret\"",
    ];

    // The same in JSON, with what JSON does not know.
    private static readonly string[] JsonValues =
    [
        "[\"=hunter2supersecret\"]",
        "hunter2supersecret",
        "TOKEN=hunter2supersecret",
        "[TOKEN=hunter2supersecret]",
        "{\"TOKEN\": hunter2supersecret}",
        "['=hunter2supersecret']",
        "{\"TOKEN\": \"hunter2supersecret\", \"TOKEN\": \"hunter2supersecret\"}",
        "[\"TOKEN=hunter2supersecret\" \"=hunter2supersecret\"]",
        "TOKEN=hunter2supersecrethunter2supersecrethunter2supersecrethunter2supersecrethunter2supersecrethunter2supersecret",
    ];

    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (
            var name in DockerOptions
                .All.Where(static option => option is { IsSecret: true, IsClientFile: false })
                .SelectMany(static option => (string?[])[option.Name, option.ShortName])
                .OfType<string>()
        )
        {
            foreach (var value in Values)
            {
                cases.Add(
                    name,
                    "queue.yaml",
                    $"queue: q\nresource_args:\n  local-container:\n    {name}: {value.Replace("OPTION", name, StringComparison.Ordinal)}\n"
                );
            }

            foreach (var value in JsonValues)
            {
                cases.Add(name, "queue.json", $"{{\"queue\": \"q\", \"resource_args\": {{\"local-container\": {{\"{name}\": {value}}}}}}}");
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_problem_of_a_file_shows_it(string option, string file, string text)
    {
        Assert.Contains(Secret, text, StringComparison.Ordinal);
        foreach (var kind in Enum.GetValues<ConfigFileKind>())
        {
            var problems = ConfigFileValidator.Validate(ConfigDocument.ReadBytes(Encoding.UTF8.GetBytes(text), file), kind, []);

            Assert.All(problems, problem => Assert.DoesNotContain("hunter2", problem + problem.Edit?.Title, StringComparison.Ordinal));
            Assert.All(problems, problem => Assert.Equal(PrintableText.Line(problem.ToString()), problem.ToString()));
        }

        Assert.True(DockerOptions.TryGet(option, out _));
    }

    [Fact]
    public void A_long_value_is_cut()
    {
        var text = $"memory: \"start{new string('x', 2_000_000)}end\"\n";

        var problem = Assert.Single(
            ConfigFileValidator.Validate(ConfigDocument.ReadBytes(Encoding.UTF8.GetBytes(text), "q.yaml"), ConfigFileKind.Queue, [])
        );

        Assert.StartsWith("memory: 'startxxx", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "xxxend' is not a docker size (a number and b, k, m, g, t or p): write for example 512m",
            problem.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("... (1,999,608 characters left out) ...", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_way_out_is_still_told()
    {
        var problem = Assert.Single(
            ConfigFileValidator.Validate(
                ConfigDocument.ReadBytes("env: [\"=hunter2supersecret\"]\n"u8.ToArray(), "options.yaml"),
                ConfigFileKind.Queue,
                []
            )
        );

        Assert.Equal(
            "options.yaml(1,7): error LSDK0005: env: '=***' is not an environment variable (NAME=value, or NAME to pass on the host's value): write a name first",
            problem.ToString()
        );
    }
}

using LaunchSdk.Commands;
using LaunchSdk.Configuration;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Validation;

namespace LaunchSdk.Tests.Problems;

/// <summary>
/// Secrets that are known by their name or by their looks are in no message, whatever option or argument they are a part of.
/// </summary>
public sealed class NamedSecretTests
{
    private const string Key = "ghp_0123456789abcdefghijABCDEFGHIJ012345";

    [Theory]
    [InlineData("type=volume,target=data,volume-opt=o=username=u,password=hunter2", "password=***")]
    [InlineData("type=volume,target=data,volume-opt=api_key=hunter2", "api_key=***")]
    [InlineData("MY_TOKEN=hunter2 and API-TOKEN=hunter2", "MY_TOKEN=*** and API-TOKEN=***")]
    [InlineData("x '" + Key + "' y", "x '***' y")]
    public void They_are_hidden(string text, string part)
    {
        var shown = PrintableText.Message(text);

        Assert.DoesNotContain("hunter2", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, shown, StringComparison.Ordinal);
        Assert.Contains(part, shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("launch: --set-var api_token=VALUE")]
    [InlineData("API_TOKEN={{token}}")]
    [InlineData("API_TOKEN=${token}")]
    [InlineData("PRIMARY_KEY=id, SSH_KEY=/home/me/key, USE_TOKEN=true")]
    [InlineData("sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("type=volume,source=secret,target=/data")]
    public void What_is_no_secret_is_shown(string text) => Assert.Equal(text, PrintableText.Message(text));

    [Theory]
    [InlineData("mount: \"type=volume,target=data,volume-opt=password=hunter2\"")]
    [InlineData("mount: \"type=nope,target=/data,volume-opt=o=password=hunter2\"")]
    [InlineData("label: \"API_TOKEN=hunter2\"")]
    [InlineData("label: [[\"API_TOKEN=hunter2\"]]")]
    [InlineData("annotation: {API_TOKEN: [hunter2]}\nlabel: \"=API_TOKEN=hunter2\"")]
    [InlineData("build-arg: API_TOKEN=hunter2")]
    public void No_problem_of_a_file_shows_one(string text)
    {
        var problems = ConfigFileValidator.Validate(
            ConfigDocument.ReadBytes(System.Text.Encoding.UTF8.GetBytes(text + "\n"), "queue.yaml"),
            ConfigFileKind.Queue,
            []
        );

        Assert.NotEmpty(problems);
        Assert.All(problems, static problem => Assert.DoesNotContain("hunter2", problem.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_value_of_a_variable_with_the_name_of_a_secret_is_hidden()
    {
        var queue = DockerQueue
            .Parse(
                """
                queue: q
                template_variables: {api_token: {schema: {type: integer}}}
                resource_args: {local-container: {env: ["A={{api_token}}"]}}
                """,
                "queue.yaml"
            )
            .Value;

        var command = DockerRunCommand.Create(
            new DockerRunRequest
            {
                Queue = queue!,
                Image = "busybox",
                Variables = new Dictionary<string, string> { ["api_token"] = "hunter2" },
            }
        );

        Assert.Contains(
            command.Problems,
            static problem => problem.Message.StartsWith("'***' is not a value of api_token", StringComparison.Ordinal)
        );
        Assert.All(command.Problems, static problem => Assert.DoesNotContain("hunter2", problem.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Exceptions_quote_values_as_problems_do()
    {
        var text = $"{{API_TOKEN=hunter2{new string('x', 1_000_000)}";

        var error = Assert.Throws<FormatException>(() => ConfigValue.Parse(text));

        Assert.InRange(error.Message.Length, 1, 5_000);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }
}

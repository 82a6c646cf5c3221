using System.Text;
using System.Text.Json.Nodes;
using LaunchSdk.Commands;
using LaunchSdk.Configuration;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Translation;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Docker.Tests.Translation;

/// <summary>Every recording of docker runs through LaunchSdk: the same request, or a refusal before any request.</summary>
public sealed class RecordedRunTests
{
    private const string EngineSocket = "${DOCKER_SOCK}";

    public static TheoryData<string> Accepted { get; } = Keys(run => run.Outcome == "create" && IsExpectedToPass(run));

    public static TheoryData<string> Refused { get; } = Keys(run => run.Outcome != "create" || !IsExpectedToPass(run));

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_configuration_that_docker_accepts_becomes_the_same_request(string key)
    {
        var run = RecordedRun.All[key];

        var request = Translate(run, out var problems);

        Assert.True(request is not null, string.Join("\n", problems));
        var sent = JsonNode.Parse(
            request
                .ToJson()
                .Replace(RecordedRun.WorkingDirectory, "${CWD}", StringComparison.Ordinal)
                .Replace(Path.GetDirectoryName(RecordedRun.WorkingDirectory)!, "${CWD_PARENT}", StringComparison.Ordinal)
        )!;
        var defaults = RecordedRun.All[$"{run.File}/{(run.OperatingSystem == "windows" ? "none-windows-daemon" : "none-bare")}"].Body;
        Assert.Equal(run.Query.ToJsonString(), sent["query"]!.ToJsonString());
        Assert.Empty(BodyComparison.Differences(run.Body.DeepClone().AsObject(), sent["body"]!.AsObject(), defaults, run.Unordered));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_configuration_that_docker_refuses_is_refused_with_the_option_named(string key)
    {
        var run = RecordedRun.All[key];

        var request = Translate(run, out var problems);

        Assert.Null(request);
        var errors = problems.Where(problem => problem.Severity == ProblemSeverity.Error).ToList();
        Assert.NotEmpty(errors);
        Assert.True(
            run.Options.Count == 0
                || errors.Any(error => error.Rule == InvalidImage.Rule)
                || errors.Any(error =>
                    run.Options.Any(option => error.Message.Contains(option.TrimStart('-'), StringComparison.OrdinalIgnoreCase))
                ),
            string.Join("\n", errors)
        );
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_configuration_that_docker_accepts_has_the_recorded_argument_vector(string key)
    {
        var run = RecordedRun.All[key];

        var command = CreateCommand(run);

        Assert.Equal(["run", .. run.Argv], command.GetValueOrThrow().ToArgumentVector());
    }

    private static bool IsExpectedToPass(RecordedRun run) =>
        !IntendedDifferences.Refused.ContainsKey(run.Id) && (!run.IsMisuse || IntendedDifferences.ValidMisuse.ContainsKey(run.Id));

    private static TheoryData<string> Keys(Func<RecordedRun, bool> isWanted) =>
        [.. RecordedRun.All.Values.Where(isWanted).Select(run => run.Key)];

    private static ConfigResult<DockerRunCommand> CreateCommand(RecordedRun run)
    {
        var queue = DockerQueue.Parse(run.Config, "config.json");
        return queue.HasErrors
            ? new ConfigResult<DockerRunCommand>(null, queue.Problems)
            : DockerRunCommand.Create(
                new DockerRunRequest
                {
                    Queue = queue.Value,
                    Image = run.Image,
                    Command = run.Command,
                    Environment = run.Environment,
                }
            );
    }

    private static CreateRequest? Translate(RecordedRun run, out IReadOnlyList<Problem> problems)
    {
        var command = CreateCommand(run);
        problems = command.Problems;
        if (command.HasErrors)
        {
            return null;
        }

        var request = CreateRequestTranslator.Translate(
            command.Value,
            new EngineTarget(run.ApiVersion, run.OperatingSystem),
            new ClientContext
            {
                WorkingDirectory = RecordedRun.WorkingDirectory,
                Environment = run.Environment,
                DockerConfig = DockerConfigFile.Parse(Encoding.UTF8.GetBytes(run.DockerConfig?.ToJsonString() ?? "{}")),
                EngineAddress = "unix://" + EngineSocket,
                InputIsTerminal = run.InputIsTerminal,
            }
        );
        problems = request.Problems;
        return request.Value;
    }
}

using System.Text.Json.Nodes;
using FsCheck.Xunit;
using LaunchSdk.Agent.Queues;
using LaunchSdk.Agent.Tests.Wandb.Emulator;
using LaunchSdk.Agent.Wandb;
using LaunchSdk.Agent.Wandb.Artifacts;

namespace LaunchSdk.Agent.Tests.Wandb;

/// <summary>Whatever a server answers, a call ends with a result or with one of the exceptions that are told.</summary>
public sealed class WandbFuzzTests
{
    private static readonly string[] Answers =
    [
        """{"data":{"project":{"runQueue":{"id":"q","name":"gpu","defaultResourceConfigID":"c","prioritizationMode":"V0","runQueueItems":{"edges":[{"node":{"id":"i","state":"PENDING"}}]},"runQueueItem":{"id":"i","state":"LEASED"}},"runQueues":[{"id":"q","name":"gpu"}]},"entity":{"defaultResourceConfig":{"config":"{\"resource_args\":{\"local-container\":{\"memory\":\"8g\"}}}","resource":"local-container","templateVariables":[{"name":"v","schema":"{}"}]}},"createLaunchAgent":{"launchAgentId":"a"},"updateLaunchAgent":{"success":true},"popFromRunQueue":{"runQueueItemId":"i","runSpec":"{\"docker\":{\"docker_image\":\"busybox\"}}"},"pushToRunQueueByName":{"runQueueItemId":"i"},"failRunQueueItem":{"success":true},"artifact":{"id":"a","currentManifest":{"file":{"directUrl":"/m"}}}}}""",
        """{"errors":[{"message":"not found","extensions":{"code":"NOT_FOUND"}}]}""",
        """{"version":1,"contents":{"a/b":{"digest":"x","size":3}}}""",
    ];

    [Property(MaxTest = 150)]
    public async Task Malformed_answers_end_in_a_told_exception(int seed)
    {
        var random = new Random(seed);
        using var server = new AnsweringHandler(() => Mutate(Answers[random.Next(Answers.Length)], random));
        var options = new WandbOptions
        {
            BaseUrl = new Uri("http://wandb.test"),
            Entity = "team",
            ApiKey = WandbEmulator.ApiKey,
            Handler = server,
            Retries = 0,
        };
        await using var backend = new WandbRunQueueBackend(options);
        using var artifacts = new WandbArtifacts(options);
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Func<Task>[] calls =
        [
            () => backend.ListQueuesAsync(),
            () => backend.FindQueueAsync("gpu"),
            () => backend.PopAsync("gpu", "agent", TimeSpan.FromMinutes(1)),
            () => backend.ListItemsAsync(new RunQueueItemFilter()),
            () => backend.PushAsync("gpu", WandbFixture.Job()),
            () => backend.FindItemAsync("i"),
            () => backend.ResumeAsync("agent", TimeSpan.FromMinutes(1)),
            () => artifacts.DownloadAsync("job", "p", folder),
        ];
        foreach (var call in calls)
        {
            var error = await Record.ExceptionAsync(call);
            Assert.True(error is null or RunQueueException or ArtifactException, $"{seed}: {error}");
            Assert.DoesNotContain(WandbEmulator.ApiKey, error?.ToString() ?? string.Empty, StringComparison.Ordinal);
        }
    }

    [Property]
    public void A_run_spec_of_any_shape_is_read_or_has_problems(int seed)
    {
        var text = Mutate(
            """{"job":"a/b/c:v1","docker":{"docker_image":"x"},"overrides":{"args":["a",1],"run_config":{"a":{}}},"resource_args":{"local-container":{"memory":"8g","e":["A=1"]}},"resource":"local-container"}""",
            new Random(seed)
        );
        JsonObject? spec = null;
        _ = Record.Exception(() => spec = JsonNode.Parse(text) as JsonObject);

        if (spec is not null)
        {
            var error = Record.Exception(() =>
                RunSpec.Read(spec, new JsonObject { ["memory"] = "{{m}}", ["e"] = new JsonArray("A={{m}}") })
            );
            Assert.True(error is null, $"{seed}: {error}");
        }
    }

    /// <summary>Cuts, doubles or swaps pieces, or puts another value in place of one.</summary>
    private static string Mutate(string text, Random random)
    {
        string[] values = ["null", "1", "-1e400", "\"\"", "{}", "[]", "true", "[null]", "\"\\ud800\"", "{\"a\":{\"a\":[[[]]]}}"];
        for (var i = random.Next(4); i > 0; i--)
        {
            var at = random.Next(text.Length + 1);
            var end = random.Next(at, Math.Min(text.Length, at + 40) + 1);
            text = random.Next(5) switch
            {
                0 => text[..at],
                1 => text.Remove(at, end - at),
                2 => text.Insert(at, text[at..end]),
                _ => Replace(text, values[random.Next(values.Length)], random),
            };
            text = text.Length == 0 ? " " : text;
        }

        return text;
    }

    private static string Replace(string text, string value, Random random)
    {
        var colon = text.IndexOf(':', random.Next(text.Length));
        var end = colon < 0 ? -1 : text.IndexOfAny([',', '}'], colon);
        return end < 0 ? text : text[..(colon + 1)] + value + text[end..];
    }

    private sealed class AnsweringHandler(Func<string> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (answer)
            {
                return Task.FromResult(new HttpResponseMessage { Content = new StringContent(answer()) });
            }
        }
    }
}

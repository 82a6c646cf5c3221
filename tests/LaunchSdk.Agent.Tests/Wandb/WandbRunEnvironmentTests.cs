using LaunchSdk.Agent.Wandb;

namespace LaunchSdk.Agent.Tests.Wandb;

public sealed class WandbRunEnvironmentTests
{
    private const string Text = """
        {"job": "team/p/train:v1", "entity": "team", "project": "p", "name": "n", "author": "ada", "sweep_id": "s",
         "overrides": {"run_config": {"lr": 0.1}, "files": {"c.yaml": {"a": 1}}, "artifacts": {"data": "team/p/d:v2"}}}
        """;

    [Fact]
    public void A_run_of_a_server_has_every_variable()
    {
        var run = new WandbRun("r1", WandbFixture.Job(Text))
        {
            BaseUrl = new Uri("https://api.wandb.ai/"),
            ApiKey = "key",
            Image = "busybox",
            Queue = "gpu",
            QueueEntity = "team",
            ItemId = "i1",
            IsResumed = true,
        };

        Assert.Equal(
            [
                "WANDB_BASE_URL=https://api.wandb.ai",
                "WANDB_API_KEY=***",
                "WANDB_PROJECT=p",
                "WANDB_ENTITY=team",
                "WANDB_LAUNCH=True",
                "WANDB_RUN_ID=r1",
                "WANDB_DOCKER=busybox",
                "WANDB_NAME=n",
                "WANDB_USERNAME=ada",
                "WANDB_SWEEP_ID=s",
                "WANDB_RESUME=allow",
                "WANDB_LAUNCH_QUEUE_NAME=gpu",
                "WANDB_LAUNCH_QUEUE_ENTITY=team",
                "WANDB_LAUNCH_TRACE_ID=i1",
                """WANDB_CONFIG={"lr":0.1}""",
                """WANDB_LAUNCH_FILE_OVERRIDES={"c.yaml":{"a":1}}""",
                """WANDB_ARTIFACTS={"_wandb_job":"team/p/train:v1","data":"team/p/d:v2"}""",
            ],
            WandbRunEnvironment.Create(run).Select(variable => variable.ToString())
        );
    }

    [Fact]
    public void A_run_of_a_local_queue_has_neither_server_nor_key_nor_artifacts()
    {
        var run = new WandbRun("r1", WandbFixture.Job("""{"docker": {"docker_image": "busybox"}}""")) { ApiKey = "key" };

        Assert.Equal(
            ["WANDB_LAUNCH=True", "WANDB_RUN_ID=r1", "WANDB_CONFIG={}", "WANDB_LAUNCH_FILE_OVERRIDES={}"],
            WandbRunEnvironment.Create(run).Select(variable => variable.ToString())
        );
    }

    [Fact]
    public void A_long_value_is_cut_and_its_pieces_make_it_again()
    {
        var long1 = new string('é', WandbRunEnvironment.LongestValue);
        var job = WandbFixture.Job() with
        {
            Overrides = new JobOverrides { RunConfig = new Dictionary<string, LaunchSdk.Configuration.ConfigValue> { ["a"] = long1 } },
        };

        var pieces = WandbRunEnvironment
            .Create(new WandbRun("r", job))
            .Where(variable => variable.Name.StartsWith("WANDB_CONFIG", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(Enumerable.Range(0, pieces.Count).Select(i => $"WANDB_CONFIG_{i}"), pieces.Select(piece => piece.Name));
        Assert.All(pieces, piece => Assert.True(piece.Value.Length <= WandbRunEnvironment.LongestValue && piece.Value.All(char.IsAscii)));
        Assert.Equal(
            long1,
            System.Text.Json.Nodes.JsonNode.Parse(string.Concat(pieces.Select(piece => piece.Value)))!["a"]!.GetValue<string>()
        );
    }

    [Theory]
    [InlineData("given", "variable", "machine api.wandb.ai login user password netrc", "given")]
    [InlineData(null, "variable", "machine api.wandb.ai login user password netrc", "variable")]
    [InlineData(" ", "", "machine other login user password no\nmachine api.wandb.ai\n  login user\n  password netrc\n", "netrc")]
    [InlineData(null, null, "machine other password no", null)]
    [InlineData(null, null, null, null)]
    public void The_key_is_the_given_one_else_the_variable_else_of_the_netrc_file(
        string? given,
        string? variable,
        string? netrc,
        string? key
    ) => Assert.Equal(key, WandbApiKey.Find(given, WandbOptions.DefaultBaseUrl, _ => variable, () => netrc));
}

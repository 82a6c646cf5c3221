using LaunchSdk.Commands;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Tests.Commands;
using LaunchSdk.Values;

namespace LaunchSdk.Tests.Configuration;

/// <summary>A queue in C#: the object initializer, the builder, typed members, changed copies.</summary>
public sealed class DockerQueueTests
{
    private static DockerQueueConfig FromInitializer =>
        new()
        {
            Env = ["MY_ENV_VAR=value", "MY_EXISTING_ENV_VAR"],
            Volume = ["/mnt/datasets:/mnt/datasets"],
            Rm = true,
            Gpus = Gpus.All,
            Memory = ByteSize.FromGibibytes(16),
            Builder = new() { Accelerator = new() { BaseImage = "tensorflow/tensorflow:latest-gpu" } },
        };

    private static DockerQueue FromBuilder =>
        DockerQueue.Create(
            "gpu-workstation",
            q =>
                q.Env("MY_ENV_VAR", "value")
                    .PassEnv("MY_EXISTING_ENV_VAR")
                    .Volume("/mnt/datasets", "/mnt/datasets")
                    .Rm()
                    .Gpus(Gpus.All)
                    .Memory("16g")
                    .Builder(new() { Accelerator = new() { BaseImage = "tensorflow/tensorflow:latest-gpu" } })
        );

    private static readonly string[] Arguments =
    [
        "run",
        "--env",
        "MY_ENV_VAR=value",
        "--env",
        "MY_EXISTING_ENV_VAR",
        "--volume",
        "/mnt/datasets:/mnt/datasets",
        "--rm",
        "--gpus",
        "all",
        "--memory",
        "16g",
        "tensorflow/tensorflow",
        "python",
        "train.py",
    ];

    [Fact]
    public void The_initializer_the_builder_and_a_file_give_the_same_settings()
    {
        var file = ConfigText.Queue(
            """
            env: [MY_ENV_VAR=value, MY_EXISTING_ENV_VAR]
            volume: /mnt/datasets:/mnt/datasets
            rm: true
            gpus: all
            memory: 16g
            builder: { accelerator: { base_image: tensorflow/tensorflow:latest-gpu } }
            """
        );

        Assert.Equal(FromInitializer.Settings, FromBuilder.Config.Settings);
        Assert.Equal(FromInitializer.Settings, file.Config.Settings);
        Assert.Equal(FromInitializer.Builder, FromBuilder.Config.Builder);
        Assert.Equal(FromInitializer.Builder, file.Config.Builder);
    }

    [Fact]
    public void The_initializer_and_the_builder_give_the_same_command()
    {
        Assert.Equal(Arguments, Argv(new DockerQueue { Config = FromInitializer }));
        Assert.Equal(Arguments, Argv(FromBuilder));
    }

    [Fact]
    public void Members_are_typed_views_of_the_text()
    {
        var config = ConfigText
            .Queue(
                """
                e: [A=1, B]
                memory: 16G
                cpus: 1.5
                rm: false
                restart: on-failure:3
                health-interval: 1m30s
                shm-size: 67108864
                pids-limit: 0x10
                gpus: '"device=0,1"'
                hostname: trainer
                """
            )
            .Config;

        Assert.Equal(["A", "B"], config.Env!.Select(variable => variable.Name));
        Assert.Equal(["1", null], config.Env!.Select(variable => variable.Value));
        Assert.Equal(16L << 30, config.Memory!.Bytes);
        Assert.Equal("16G", config.Memory!.Text);
        Assert.False(config.Rm);
        Assert.Equal(90, config.HealthInterval!.Nanoseconds / 1_000_000_000);
        Assert.Equal(64L << 20, config.ShmSize!.Bytes);
        Assert.Equal(16, config.PidsLimit!.Value);
        Assert.Equal(["0", "1"], Assert.Single(config.Gpus!).DeviceIds);
        Assert.Equal("trainer", config.Hostname);
        Assert.Null(config.Init);
        Assert.Null(config.Volume);
        Assert.Null(config.User);
    }

    [Fact]
    public void A_changed_copy_leaves_the_original_alone()
    {
        var original = FromInitializer;

        var changed = original with { Memory = "32g", Rm = null, Init = true };

        Assert.Equal("16g", original.Memory!.Text);
        Assert.True(original.Rm);
        Assert.Null(original.Init);
        Assert.Equal("32g", changed.Memory!.Text);
        Assert.Null(changed.Rm);
        Assert.Equal(
            [
                "run",
                "--env",
                "MY_ENV_VAR=value",
                "--env",
                "MY_EXISTING_ENV_VAR",
                "--volume",
                "/mnt/datasets:/mnt/datasets",
                "--gpus",
                "all",
                "--memory",
                "32g",
                "--init",
                "busybox",
            ],
            new DockerQueue { Config = changed }.Argv()
        );
    }

    [Fact]
    public void Equality_is_by_settings_in_their_order()
    {
        Assert.Equal(FromInitializer, FromInitializer);
        Assert.Equal(FromInitializer.GetHashCode(), FromInitializer.GetHashCode());
        Assert.NotEqual(new DockerQueueConfig { Rm = true, Init = true }, new DockerQueueConfig { Init = true, Rm = true });
    }

    [Fact]
    public void A_value_that_its_type_allows_and_its_option_refuses_names_the_option()
    {
        var weight = Assert.Throws<FormatException>(() => new DockerQueueConfig { BlkioWeight = 70000 });
        var swappiness = Assert.Throws<FormatException>(() => new DockerQueueConfig { MemorySwappiness = 101 });

        Assert.StartsWith("blkio-weight: ", weight.Message, StringComparison.Ordinal);
        Assert.StartsWith("memory-swappiness: ", swappiness.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_of_the_grammar_is_refused_when_it_is_set()
    {
        Assert.Throws<FormatException>(() => new DockerQueueConfig { Memory = "16 gigs" });
        Assert.Throws<FormatException>(() => new DockerQueueConfig { Env = ["=x"] });
        Assert.Throws<ArgumentException>(() => DockerQueue.Create("q", q => q.Env("", "x")));
        Assert.Throws<FormatException>(() => DockerQueue.Create("q", q => q.Publish(70000, 80)));
    }

    [Fact]
    public void A_template_may_stand_for_a_value()
    {
        var config = new DockerQueueConfig { Memory = "{{memory}}", Hostname = "job-${run_id}" };

        Assert.True(config.Memory.IsTemplate);
        Assert.Equal("{{memory}}", config.Memory.Text);
        Assert.Throws<InvalidOperationException>(() => config.Memory.Bytes);
    }

    [Fact]
    public void Repeatable_options_of_the_builder_add_up_and_others_are_replaced()
    {
        var config = DockerQueue.Create("q", q => q.Label("a", "1").Memory("1g").Label("b", "2").Memory("2g").Rm().Rm(false)).Config;

        Assert.Equal(["a=1", "b=2"], config.Label!.Select(label => label.Text));
        Assert.Equal(
            ["run", "--label", "a=1", "--label", "b=2", "--memory", "2g", "--rm=false", "busybox"],
            new DockerQueue { Config = config }.Argv()
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public void A_name_has_up_to_64_characters(int length) =>
        Assert.Equal(length, DockerQueue.Create(new string('q', length), _ => { }).Name!.Length);

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void A_name_of_another_length_is_refused(int length) =>
        Assert.Throws<ArgumentException>(() => DockerQueue.Create(new string('q', length), _ => { }));

    [Theory]
    [InlineData(ConfigFormat.Json)]
    [InlineData(ConfigFormat.Yaml)]
    public void A_definition_reads_back_equal(ConfigFormat format)
    {
        var queue = FromBuilder with
        {
            PrioritizationMode = PrioritizationMode.V0,
            TemplateVariables = new Dictionary<string, TemplateVariable>
            {
                ["memory"] = new()
                {
                    Description = "Memory: of the job",
                    Schema = new()
                    {
                        Type = TemplateVariableType.String,
                        Default = "8g",
                        Enum = ["8g", "16g"],
                    },
                },
                ["share"] = new()
                {
                    Schema = new()
                    {
                        Type = TemplateVariableType.Number,
                        Minimum = 0.5,
                        Maximum = 1e6,
                    },
                },
            },
        };

        var read = DockerQueue.Parse(queue.ToText(format), format == ConfigFormat.Json ? "queue.json" : "queue.yaml").GetValueOrThrow();

        Assert.Equal(queue.Name, read.Name);
        Assert.Equal(queue.PrioritizationMode, read.PrioritizationMode);
        Assert.Equal(queue.TemplateVariables, read.TemplateVariables);
        Assert.Equal(queue.Config, read.Config);
    }

    [Fact]
    public void Bare_options_are_written_bare()
    {
        var text = new DockerQueue
        {
            Config = new() { Rm = true, Env = ["A=1", "B"] },
        }.ToText(ConfigFormat.Yaml);

        Assert.Equal("rm: true\nenv:\n  - A=1\n  - B\n", text);
    }

    [Fact]
    public void The_older_cuda_block_is_read_as_the_accelerator()
    {
        var queue = ConfigText.Queue("builder: { cuda: { base_image: nvidia/cuda:12.4.1-base-ubuntu22.04 } }");

        Assert.Equal("nvidia/cuda:12.4.1-base-ubuntu22.04", queue.Config.Builder!.Accelerator!.BaseImage);
    }

    [Fact]
    public void A_file_with_errors_has_no_value_and_throws_all_its_problems()
    {
        var result = DockerQueue.Parse("memroy: 1g\nrm: 1\n");

        Assert.Null(result.Value);
        Assert.Equal(2, Assert.Throws<LaunchSdk.Configuration.ConfigException>(() => result.GetValueOrThrow()).Problems.Count);
    }

    private static IReadOnlyList<string> Argv(DockerQueue queue) =>
        DockerRunCommand
            .Create(
                new DockerRunRequest
                {
                    Queue = queue,
                    Image = "tensorflow/tensorflow",
                    Command = ["python", "train.py"],
                }
            )
            .GetValueOrThrow()
            .ToArgumentVector();

    [Fact]
    public void Queues_are_equal_by_what_they_say()
    {
        const string Text =
            "queue: q\ntemplate_variables:\n  a: {schema: {type: string, enum: [x, y]}}\n  b: {schema: {type: integer}}\nresource_args: {local-container: {gpus: all, env: [A=1]}}\n";
        var queue = DockerQueue.Parse(Text).GetValueOrThrow();
        var same = DockerQueue.Parse(Text).GetValueOrThrow();
        var other = DockerQueue.Parse(Text.Replace("[x, y]", "[x]", StringComparison.Ordinal)).GetValueOrThrow();

        Assert.Equal(queue, same);
        Assert.Equal(queue.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(queue, other);
        Assert.NotEqual(queue, queue with { Name = "r" });
    }

    [Fact]
    public void A_null_under_another_name_leaves_the_conflict_of_what_was_given()
    {
        var result = DockerQueue.Parse("attach: stdout\na: null\ndetach: true\n");

        var problem = Assert.Single(result.Problems, found => found.Severity == ProblemSeverity.Error);
        Assert.Equal(Conflict.Rule, problem.Rule);
        Assert.Equal(1, problem.File!.Start.Line);
    }
}

using LaunchSdk.Agent.Queues.Sqlite;
using LaunchSdk.Agent.Settings;
using LaunchSdk.Docker;

namespace LaunchSdk.Agent.Tests.Settings;

public sealed class AgentSettingsTests
{
    [Fact]
    public void The_command_line_wins_over_the_environment_that_over_the_file_that_over_the_defaults()
    {
        var file = LaunchAgentConfig.Parse("entity: f\nmax_jobs: 2\nqueues: [fq]\nstopped_run_timeout: 5\n").GetValueOrThrow();

        var settings = AgentSettings.Resolve(
            Environment(("WANDB_ENTITY", "e"), ("WANDB_LAUNCH_MAX_JOBS", "-1")),
            file,
            "cfg.yaml",
            Line(("queues", "lq"))
        );

        Assert.Equal(["lq"], settings.Queues);
        Assert.Equal(("e", -1, TimeSpan.FromSeconds(5)), (settings.Entity, settings.Options.MaxJobs, settings.Options.StoppedRunTimeout));
        Assert.Equal("command line (--queue)", Origin(settings, "queues"));
        Assert.Equal("environment (WANDB_ENTITY)", Origin(settings, "entity"));
        Assert.Equal("environment (WANDB_LAUNCH_MAX_JOBS)", Origin(settings, "max_jobs"));
        Assert.Equal("file (cfg.yaml)", Origin(settings, "stopped_run_timeout"));
        Assert.Equal("default", Origin(settings, "secure_mode"));
        Assert.Empty(settings.Errors);
    }

    [Fact]
    public void Without_a_word_the_defaults_are_those_of_the_other_agent()
    {
        var settings = AgentSettings.Resolve(Environment());

        Assert.Equal(["default"], settings.Queues);
        Assert.Equal(
            (1, false, TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(30)),
            (settings.Options.MaxJobs, settings.Options.SecureMode, settings.Options.StoppedRunTimeout, settings.Options.StartTimeout)
        );
        Assert.Equal("https://api.wandb.ai", settings.BaseUrl);
        Assert.Equal("wandb-0.28.1", settings.Options.OverridePolicy.Name);
        Assert.All(settings.All, setting => Assert.Equal(SettingOrigin.Default, setting.Origin));
    }

    [Fact]
    public void The_older_key_queue_counts_as_a_list_of_one() =>
        Assert.Equal(
            ["old"],
            AgentSettings.Resolve(Environment(), LaunchAgentConfig.Parse("entity: x\nqueue: old\n").GetValueOrThrow()).Queues
        );

    [Fact]
    public void A_key_is_hidden_and_masked()
    {
        var settings = AgentSettings.Resolve(Environment(("WANDB_API_KEY", "s3cr3t")));

        Assert.Equal("***", settings.All.Single(setting => setting.Name == "api_key").Text);
        Assert.Equal(["s3cr3t"], settings.Options.Secrets);
        Assert.DoesNotContain("s3cr3t", settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WANDB_LAUNCH_MAX_JOBS", "many", "write 1 or more, or -1 for any number")]
    [InlineData("WANDB_LAUNCH_MAX_JOBS", "0", "write 1 or more, or -1 for any number")]
    [InlineData("WANDB_LAUNCH_MAX_JOBS", "-2", "write 1 or more, or -1 for any number")]
    [InlineData("WANDB_LAUNCH_START_TIMEOUT", "soon", "it is a number of seconds")]
    [InlineData("LAUNCHSDK_AGENT_POLICY", "opn", "neither a policy")]
    [InlineData("LAUNCHSDK_AGENT_JOB_LOG_SIZE", "big", "write a size such as 64m")]
    [InlineData("LAUNCHSDK_AGENT_JOB_LOG_SIZE", "63k", "write a size such as 64m")]
    [InlineData("LAUNCHSDK_AGENT_JOB_LOG_DAYS", "-1", "write a number of days")]
    [InlineData("LAUNCHSDK_AGENT_LAST_LINES", "-1", "write a whole number, 0 or more")]
    [InlineData("LAUNCHSDK_AGENT_ENDED_JOB_DAYS", "99999", "write a number of days")]
    public void A_variable_that_cannot_be_read_is_an_error_with_its_name(string name, string value, string reason)
    {
        var error = Assert.Single(AgentSettings.Resolve(Environment((name, value))).Errors);

        Assert.StartsWith($"the environment variable {name} is '{value}': ", error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_jobs_may_lift_and_how_long_things_are_kept_comes_from_the_command_line_and_the_environment()
    {
        var settings = AgentSettings.Resolve(
            Environment(
                ("LAUNCHSDK_AGENT_LIFT_LIMITS", "cpus"),
                ("LAUNCHSDK_AGENT_JOB_LOG_DAYS", "7"),
                ("LAUNCHSDK_AGENT_ENDED_JOB_DAYS", "0")
            ),
            commandLine: Line(("liftable_limits", "m"), ("job_log_size", "0"))
        );

        Assert.Empty(settings.Errors);
        Assert.Equal(
            (0L, TimeSpan.FromDays(7), TimeSpan.Zero),
            (settings.Options.JobLogSize, settings.Options.JobLogRetention, settings.Options.EndedJobRetention)
        );
        Assert.Equal(["m"], settings.Options.LiftableLimits);
        Assert.Equal(
            ["no limit", "7", "for good"],
            new[] { "job_log_size", "job_log_days", "ended_job_days" }.Select(name =>
                settings.All.Single(setting => setting.Name == name).Text
            )
        );
    }

    [Fact]
    public void What_cannot_be_is_an_error_that_names_its_source()
    {
        var settings = AgentSettings.Resolve(
            Environment(),
            commandLine: Line(
                ("liftable_limits", "volume"),
                ("job_log_size", "5"),
                ("job_log_days", "-1"),
                ("ended_job_days", "40000"),
                ("start_timeout", "soon")
            )
        );

        Assert.Equal(
            [
                "--start-timeout is soon: 'soon' is not a docker duration (numbers with h, m, s, ms, us or ns, not negative): write for example 30s or 1m30s",
                "--lift-limits is volume: 'volume' is no limit of a queue: write names of options that limit something, such as memory, with commas, or all",
                "--job-log-size is 5: write a size such as 64m, 64k or more, or 0 for no limit",
                "--job-log-days is -1: write a number of days up to 36500, or 0 to keep them",
                "--ended-job-days is 40000: write a number of days up to 36500, or 0 to keep them",
            ],
            settings.Errors
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void An_agent_that_would_never_take_a_job_is_an_error_that_names_its_source(int jobs)
    {
        var file = new LaunchAgentConfig { MaxJobs = jobs };

        Assert.Equal(
            [$"--max-jobs is {jobs}: write 1 or more, or -1 for any number"],
            AgentSettings.Resolve(Environment(), file, commandLine: Line(("max_jobs", $"{jobs}"))).Errors
        );
        Assert.Equal(
            [$"max_jobs of cfg.yaml is {jobs}: write 1 or more, or -1 for any number"],
            AgentSettings.Resolve(Environment(), file, "cfg.yaml").Errors
        );
        Assert.Empty(AgentSettings.Resolve(Environment(("WANDB_LAUNCH_MAX_JOBS", "2")), file).Errors);
    }

    [Fact]
    public void State_and_logs_are_where_the_given_environment_has_its_data()
    {
        var folder = Path.Combine(Path.GetTempPath(), "elsewhere");

        var named = AgentSettings.Resolve(Environment(("XDG_DATA_HOME", folder), ("HOME", "/home/ada"))).Options;
        var usual = AgentSettings.Resolve(Environment(("XDG_DATA_HOME", "relative"), ("HOME", "/home/ada"))).Options;

        Assert.Equal((Path.Combine(folder, "launchsdk"), Path.Combine(folder, "launchsdk", "logs")), (named.StateFolder, named.LogFolder));
        Assert.Equal(Path.Combine("/home/ada", ".local", "share", "launchsdk"), usual.StateFolder);
    }

    [Fact]
    public async Task Options_with_which_no_job_would_be_taken_make_no_agent()
    {
        await using var docker = new LaunchDocker();
        await using var backend = new SqliteRunQueueBackend();

        Assert.Throws<ArgumentException>(
            "options",
            () => new LaunchAgent(new LaunchAgentOptions { Queues = ["q"], MaxJobs = 0 }, backend, docker)
        );
    }

    [Fact]
    public void What_is_printed_has_a_line_for_each_setting()
    {
        var text = AgentSettings
            .Resolve(Environment(("LAUNCHSDK_AGENT_ALLOW_ENV", "A, B")), commandLine: Line(("max_jobs", "4")))
            .ToString();

        Assert.Matches(@"(?m)^max_jobs +4 +command line \(--max-jobs\)$", text);
        Assert.Matches(@"(?m)^allowed_environment +A, B +environment \(LAUNCHSDK_AGENT_ALLOW_ENV\)$", text);
    }

    [Fact]
    public void Build_secrets_are_read_from_command_line_and_environment_and_a_wrong_one_is_an_error()
    {
        const string Variable = "LAUNCHSDK_AGENT_BUILD_SECRETS";
        var two = AgentSettings.Resolve(Environment((Variable, "id=a,env=A; id=b,src=/etc/b")));
        var line = AgentSettings.Resolve(Environment((Variable, "id=a,env=A")), commandLine: Line(("build_secrets", "id=c,env=C")));
        var wrong = AgentSettings.Resolve(Environment((Variable, "id=a,env=A;token")));

        Assert.Equal(["id=a,env=A", "id=b,src=/etc/b"], two.Options.BuildSecrets.Select(static secret => secret.ToString()));
        Assert.Matches(@"(?m)^build_secrets +id=a,env=A; id=b,src=/etc/b +environment \(LAUNCHSDK_AGENT_BUILD_SECRETS\)$", two.ToString());
        Assert.Equal("c", Assert.Single(line.Options.BuildSecrets).Id);
        Assert.Contains("'token' is not key=value", Assert.Single(wrong.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_inside_a_value_is_made_whole()
    {
        var secrets = AgentSettings.Definitions.Single(static setting => setting.Key == "build_secrets");

        Assert.Equal("id=a,src=/work/token", secrets.Locate("id=a,src=token", "/work"));
        Assert.Equal("id=a,env=A", secrets.Locate("id=a,env=A", "/work"));
    }

    [Theory]
    [InlineData(null, null, 50, "default")]
    [InlineData(null, "0", 0, "environment (LAUNCHSDK_AGENT_LAST_LINES)")]
    [InlineData("200", "0", 200, "command line (--last-lines)")]
    public void The_last_lines_of_an_outcome_can_be_set(string? option, string? variable, int lines, string origin)
    {
        var settings = AgentSettings.Resolve(
            Environment(("LAUNCHSDK_AGENT_LAST_LINES", variable ?? "")),
            commandLine: option is null ? null : Line(("last_lines", option))
        );

        Assert.Equal((lines, origin), (settings.Options.LastLines, Origin(settings, "last_lines")));
    }

    [Fact]
    public void An_option_of_no_setting_is_refused() =>
        Assert.Throws<ArgumentException>("commandLine", () => AgentSettings.Resolve(Environment(), commandLine: Line(("max_job", "1"))));

    [Fact]
    public void Each_definition_has_a_key_an_option_and_a_variable_of_its_own()
    {
        Assert.Distinct(AgentSettings.Definitions.Select(static setting => setting.Key));
        Assert.Distinct(AgentSettings.Definitions.SelectMany(static setting => setting.Aliases.Append(setting.Flag)));
        Assert.Distinct(AgentSettings.Definitions.Select(static setting => setting.Variable).OfType<string>());
        Assert.All(AgentSettings.Definitions, static setting => Assert.Equal(setting.Arity == SettingArity.None, setting.Flag.Length == 0));
    }

    [Fact]
    public void Every_value_of_a_file_is_read()
    {
        var text =
            "entity: e\nqueues: [q]\nmax_jobs: 3\nsecure_mode: true\nstopped_run_timeout: 5\nverbosity: 1\nbase_url: https://w.example\n";

        var settings = AgentSettings.Resolve(Environment(), LaunchAgentConfig.Parse(text).GetValueOrThrow(), "cfg.yaml");

        Assert.Equal(
            AgentSettings.Definitions.Where(static setting => setting.IsInFile).Select(static setting => setting.Key),
            settings.All.Where(static setting => setting.OriginText == "file (cfg.yaml)").Select(static setting => setting.Name)
        );
        Assert.Equal(
            ("e", 3, true, TimeSpan.FromSeconds(5), 1, "https://w.example"),
            (
                settings.Entity,
                settings.Options.MaxJobs,
                settings.Options.SecureMode,
                settings.Options.StoppedRunTimeout,
                settings.Verbosity,
                settings.BaseUrl
            )
        );
    }

    private static string Origin(AgentSettings settings, string name) => settings.All.Single(setting => setting.Name == name).OriginText;

    private static Dictionary<string, IReadOnlyList<string>> Line(params (string Key, string Value)[] options) =>
        options.ToDictionary(static option => option.Key, static option => (IReadOnlyList<string>)[option.Value]);

    private static Func<string, string?> Environment(params (string Name, string Value)[] variables) =>
        name => variables.FirstOrDefault(variable => variable.Name == name).Value;
}

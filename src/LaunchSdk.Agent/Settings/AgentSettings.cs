using System.Globalization;
using LaunchSdk.Agent.Wandb;
using LaunchSdk.Problems;

namespace LaunchSdk.Agent.Settings;

/// <summary>
/// An agent's settings with their origins. The command line wins over the environment, that over the launch-config.yaml, that over the defaults, as with W&amp;B's agent.
/// What W&amp;B has no name for is read from variables that begin with <c>LAUNCHSDK_AGENT_</c>.
/// </summary>
public sealed class AgentSettings
{
    private readonly List<AgentSetting> _all;

    private AgentSettings(SettingReader reader, IReadOnlyList<string> errors)
    {
        _all = reader.Read;
        Errors = errors;
    }

    /// <summary>Every setting, in the order in which they are explained.</summary>
    public IReadOnlyList<AgentSetting> All => _all;

    /// <summary>What is wrong with variables of the environment, or with a value from wherever it comes; empty where the settings can be used.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>The queues' names.</summary>
    public required IReadOnlyList<string> Queues { get; init; }

    /// <summary>The team or user at W&amp;B that the queues belong to; null where none is set.</summary>
    public string? Entity { get; init; }

    /// <summary>The address of W&amp;B.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>0 to 2: how much the agent tells of its work.</summary>
    public int Verbosity { get; init; }

    /// <summary>The options of the agent itself; what only code sets is at its default.</summary>
    public required LaunchAgentOptions Options { get; init; }

    /// <summary>Resolves the settings.</summary>
    /// <param name="commandLine">What the command line says; null for nothing.</param>
    /// <param name="environment">Looks up a variable; null for one that is not set.</param>
    /// <param name="file">The launch-config.yaml; null for none.</param>
    /// <param name="filePath">Its path, for the origins.</param>
    /// <returns>The settings.</returns>
    public static AgentSettings Resolve(
        AgentCommandLine? commandLine,
        Func<string, string?> environment,
        LaunchAgentConfig? file,
        string filePath = "launch-config.yaml"
    )
    {
        ArgumentNullException.ThrowIfNull(environment);
        var line = commandLine ?? new AgentCommandLine();
        var reader = new SettingReader(environment, filePath);
        var queues = reader.List(
            "queues",
            line.Queues,
            "--queue",
            null,
            file is null ? null : DeprecatedKeys.Fold(file).Queues,
            ["default"]
        );
        var defaults = new LaunchAgentOptions { Queues = queues, StateFolder = DataFolder.Of(environment) };
        var entity = reader.Text("entity", line.Entity, "--entity", "WANDB_ENTITY", file?.Entity, null);
        var maxJobs = reader.Jobs("max_jobs", line.MaxJobs, "--max-jobs", "WANDB_LAUNCH_MAX_JOBS", file?.MaxJobs, defaults.MaxJobs);
        var secure = reader.Flag("secure_mode", line.SecureMode, "--secure-mode", null, file?.SecureMode, defaults.SecureMode);
        var stopped = reader.Seconds(
            "stopped_run_timeout",
            line.StoppedRunTimeout,
            "--stopped-run-timeout",
            null,
            file?.StoppedRunTimeout,
            defaults.StoppedRunTimeout
        );
        var start = reader.Seconds(
            "start_timeout",
            line.StartTimeout,
            "--start-timeout",
            "WANDB_LAUNCH_START_TIMEOUT",
            null,
            defaults.StartTimeout
        );
        var containerStart = reader.Seconds(
            "container_start_timeout",
            line.ContainerStartTimeout,
            "--container-start-timeout",
            "LAUNCHSDK_AGENT_CONTAINER_START_TIMEOUT",
            null,
            defaults.ContainerStartTimeout
        );
        var verbosity = reader.Number("verbosity", line.Verbosity, "--verbose", null, file?.Verbosity, 0, 0);
        var baseUrl = reader.Text(
            "base_url",
            line.BaseUrl,
            "--base-url",
            "WANDB_BASE_URL",
            file?.BaseUrl,
            WandbOptions.DefaultBaseUrl.OriginalString
        )!;
        var key = reader.Secret("api_key", WandbApiKey.Variable);
        var name = reader.Name(line.Name, "--name", "LAUNCHSDK_AGENT_NAME", defaults.StateFolder);
        var policy = reader.Policy(line.Policy, "--policy", "LAUNCHSDK_AGENT_POLICY", defaults.OverridePolicy);
        var liftable = reader.Limits("liftable_limits", line.LiftableLimits, "--lift-limits", "LAUNCHSDK_AGENT_LIFT_LIMITS");
        var allowed = reader.List("allowed_environment", line.AllowedEnvironment, "--allow-env", "LAUNCHSDK_AGENT_ALLOW_ENV", null, []);
        var secrets = reader.BuildSecrets(line.BuildSecrets, "--build-secret", "LAUNCHSDK_AGENT_BUILD_SECRETS");
        var gpus = reader.OptionalList(
            "gpu_devices",
            line.GpuDevices,
            "--gpu-devices",
            "LAUNCHSDK_AGENT_GPU_DEVICES",
            "as nvidia-smi tells"
        );
        var logs = reader.Text("job_logs", line.LogFolder, "--job-logs", "LAUNCHSDK_AGENT_JOB_LOGS", null, defaults.JobLogFolder);
        var logSize = reader.LogSize(
            "job_log_size",
            line.JobLogSize,
            "--job-log-size",
            "LAUNCHSDK_AGENT_JOB_LOG_SIZE",
            defaults.JobLogSize
        );
        var logDays = reader.Days(
            "job_log_days",
            line.JobLogDays,
            "--job-log-days",
            "LAUNCHSDK_AGENT_JOB_LOG_DAYS",
            defaults.JobLogRetention
        );
        var endedDays = reader.Days(
            "ended_job_days",
            line.EndedJobDays,
            "--ended-job-days",
            "LAUNCHSDK_AGENT_ENDED_JOB_DAYS",
            defaults.EndedJobRetention
        );
        return new AgentSettings(reader, reader.Errors)
        {
            Queues = queues,
            Entity = entity,
            BaseUrl = baseUrl,
            Verbosity = verbosity,
            Options = defaults with
            {
                Name = name,
                MaxJobs = maxJobs,
                SecureMode = secure,
                StoppedRunTimeout = stopped,
                StartTimeout = start,
                ContainerStartTimeout = containerStart,
                OverridePolicy = policy,
                AllowedEnvironment = allowed,
                BuildSecrets = secrets,
                GpuDevices = gpus,
                LogFolder = logs,
                LiftableLimits = liftable,
                JobLogSize = logSize,
                JobLogRetention = logDays,
                EndedJobRetention = endedDays,
                Config = file,
                Secrets = key is null ? [] : [key],
            },
        };
    }

    /// <summary>One line for each setting: name, value and origin, in columns.</summary>
    /// <returns>The lines.</returns>
    public override string ToString()
    {
        var (names, texts) = (_all.Max(static setting => setting.Name.Length), _all.Max(static setting => Shown(setting).Length));
        return string.Concat(
            _all.Select(setting =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{setting.Name.PadRight(names)}  {Shown(setting).PadRight(texts)}  {PrintableText.Message(setting.OriginText)}\n"
                )
            )
        );
    }

    private static string Shown(AgentSetting setting) => PrintableText.Message(setting.Text);
}

using System.Globalization;
using LaunchSdk.Agent.Machine;
using LaunchSdk.Agent.Policies;
using LaunchSdk.Agent.Wandb;
using LaunchSdk.Docker.Building;

namespace LaunchSdk.Agent.Settings;

/// <summary>The settings of the agent, a row each, in the order in which they are printed.</summary>
internal static class AgentSettingTable
{
    /// <summary>The rows. A new setting is a row here and a member of <see cref="LaunchAgentOptions"/>.</summary>
    public static IReadOnlyList<AgentSettingDefinition> Rows { get; } =
    [
        new SettingRow<IReadOnlyList<string>>
        {
            Key = "queues",
            Help = "Queue to take jobs from, in turn; repeatable",
            Arity = SettingArity.List,
            Flag = "--queue",
            Aliases = ["-q"],
            ValueName = "QUEUE",
            Grammar = SettingGrammars.Names,
            File = static config => DeprecatedKeys.Fold(config).Queues,
            Get = static values => values.Options.Queues,
            Set = static (values, queues) => values with { Options = values.Options with { Queues = queues } },
        },
        new SettingRow<string>
        {
            Key = "entity",
            Help = "Team or user at W&B",
            Flag = "--entity",
            Aliases = ["-e"],
            ValueName = "ENTITY",
            Variable = "WANDB_ENTITY",
            Grammar = SettingGrammars.Text,
            File = static config => One(config.Entity),
            Get = static values => values.Entity,
            Set = static (values, entity) => values with { Entity = entity },
        },
        new SettingRow<int>
        {
            Key = "max_jobs",
            Help = "How many jobs at a time, -1 for any number",
            Flag = "--max-jobs",
            Aliases = ["-j"],
            ValueName = "JOBS",
            Variable = "WANDB_LAUNCH_MAX_JOBS",
            Grammar = SettingGrammars.Jobs,
            File = static config => One(config.MaxJobs),
            Get = static values => values.Options.MaxJobs,
            Set = static (values, jobs) => values with { Options = values.Options with { MaxJobs = jobs } },
        },
        new SettingRow<bool>
        {
            Key = "secure_mode",
            Help = "Refuse jobs that override the entry point",
            Arity = SettingArity.Switch,
            Flag = "--secure-mode",
            Grammar = SettingGrammars.Switch,
            File = static config => One(config.SecureMode),
            Get = static values => values.Options.SecureMode,
            Set = static (values, secure) => values with { Options = values.Options with { SecureMode = secure } },
        },
        new SettingRow<TimeSpan>
        {
            Key = "stopped_run_timeout",
            Help = "Time between a job's stop signal and its kill",
            Flag = "--stopped-run-timeout",
            ValueName = "DURATION",
            Grammar = SettingGrammars.Time,
            File = static config => One(config.StoppedRunTimeout),
            Get = static values => values.Options.StoppedRunTimeout,
            Set = static (values, time) => values with { Options = values.Options with { StoppedRunTimeout = time } },
        },
        new SettingRow<TimeSpan>
        {
            Key = "start_timeout",
            Help = "How long a job may take until its container runs, its image included",
            Flag = "--start-timeout",
            ValueName = "DURATION",
            Variable = "WANDB_LAUNCH_START_TIMEOUT",
            Grammar = SettingGrammars.Time,
            Get = static values => values.Options.StartTimeout,
            Set = static (values, time) => values with { Options = values.Options with { StartTimeout = time } },
        },
        new SettingRow<TimeSpan>
        {
            Key = "container_start_timeout",
            Help = "How long the engine may take to create and start a job's container",
            Flag = "--container-start-timeout",
            ValueName = "DURATION",
            Variable = "LAUNCHSDK_AGENT_CONTAINER_START_TIMEOUT",
            Grammar = SettingGrammars.Time,
            Get = static values => values.Options.ContainerStartTimeout,
            Set = static (values, time) => values with { Options = values.Options with { ContainerStartTimeout = time } },
        },
        new SettingRow<int>
        {
            Key = "verbosity",
            Help = "Log more; twice for everything",
            Arity = SettingArity.Count,
            Flag = "--verbose",
            Aliases = ["-v"],
            Grammar = SettingGrammars.Number,
            File = static config => One(config.Verbosity),
            Get = static values => values.Verbosity,
            Set = static (values, verbosity) => values with { Verbosity = verbosity },
        },
        new SettingRow<string>
        {
            Key = "base_url",
            Help = "Address of W&B",
            Flag = "--base-url",
            ValueName = "URL",
            Variable = "WANDB_BASE_URL",
            Grammar = SettingGrammars.Text,
            File = static config => One(config.BaseUrl),
            Get = static values => values.BaseUrl,
            Set = static (values, address) => values with { BaseUrl = address },
        },
        new SettingRow<string>
        {
            Key = "api_key",
            Help = "Key for W&B; the one that wandb login stored is used as well",
            Arity = SettingArity.None,
            Variable = WandbApiKey.Variable,
            Grammar = SettingGrammars.Secret,
            Get = static _ => null,
            Set = static (values, key) => values with { Options = values.Options with { Secrets = [key] } },
        },
        new SettingRow<string>
        {
            Key = "name",
            Help = "The agent's name, by which it finds its jobs again after a restart; one agent of a name at a time",
            Flag = "--name",
            ValueName = "NAME",
            Variable = "LAUNCHSDK_AGENT_NAME",
            Grammar = SettingGrammars.Text,
            Get = static values => values.Options.Name,
            Set = static (values, name) => values with { Options = values.Options with { Name = name } },
            DefaultWords = "the machine's name and its id",
            ShowDefault = static values => DefaultName(values.Options.StateFolder),
        },
        new SettingRow<OverridePolicy>
        {
            Key = "policy",
            Help = "What jobs may set: open, wandb-0.28.1, nothing, or names of options with commas",
            Flag = "--policy",
            ValueName = "POLICY",
            Variable = "LAUNCHSDK_AGENT_POLICY",
            Grammar = SettingGrammars.Policy,
            Get = static values => values.Options.OverridePolicy,
            Set = static (values, policy) => values with { Options = values.Options with { OverridePolicy = policy } },
        },
        new SettingRow<IReadOnlyList<string>>
        {
            Key = "liftable_limits",
            Help = "Options whose limits in a queue jobs may lift, with commas, or all",
            Flag = "--lift-limits",
            ValueName = "OPTIONS",
            Variable = "LAUNCHSDK_AGENT_LIFT_LIMITS",
            Grammar = SettingGrammars.Limits,
            Get = static values => [.. values.Options.LiftableLimits],
            Set = static (values, limits) => values with { Options = values.Options with { LiftableLimits = limits } },
        },
        new SettingRow<IReadOnlyList<string>>
        {
            Key = "allowed_environment",
            Help = "Let ${NAME} in queues and jobs read this environment variable; repeatable",
            Arity = SettingArity.List,
            Flag = "--allow-env",
            ValueName = "NAME",
            Variable = "LAUNCHSDK_AGENT_ALLOW_ENV",
            Grammar = SettingGrammars.Names,
            Get = static values => [.. values.Options.AllowedEnvironment],
            Set = static (values, names) => values with { Options = values.Options with { AllowedEnvironment = names } },
        },
        new SettingRow<IReadOnlyList<BuildSecret>>
        {
            Key = "build_secrets",
            Help = "Secret that the Dockerfile of every job may mount: id=NAME, and src=FILE or env=VARIABLE; repeatable",
            Arity = SettingArity.List,
            Flag = "--build-secret",
            ValueName = "SECRET",
            WholePaths = static (text, folder) =>
                BuildSecret.TryParse(text, out var secret, out _) && secret.Path is { } path
                    ? BuildSecret.FromFile(secret.Id, Path.GetFullPath(path, folder)).ToString()
                    : text,
            Variable = "LAUNCHSDK_AGENT_BUILD_SECRETS",
            Grammar = SettingGrammars.BuildSecrets,
            Get = static values => values.Options.BuildSecrets,
            Set = static (values, secrets) => values with { Options = values.Options with { BuildSecrets = secrets } },
        },
        new SettingRow<IReadOnlyList<string>>
        {
            Key = "gpu_devices",
            Help = "The GPUs that jobs share, with commas",
            Flag = "--gpu-devices",
            Aliases = ["--gpus"],
            ValueName = "IDS",
            Variable = "LAUNCHSDK_AGENT_GPU_DEVICES",
            Grammar = SettingGrammars.CommaNames,
            Get = static values => values.Options.GpuDevices,
            Set = static (values, devices) => values with { Options = values.Options with { GpuDevices = devices } },
            DefaultWords = "what nvidia-smi reports",
        },
        new SettingRow<string>
        {
            Key = "job_logs",
            Help = "Folder of a log file for each job",
            Flag = "--job-logs",
            ValueName = "DIR",
            IsPath = true,
            Variable = "LAUNCHSDK_AGENT_JOB_LOGS",
            Grammar = SettingGrammars.Text,
            Get = static values => values.Options.LogFolder,
            Set = static (values, folder) => values with { Options = values.Options with { LogFolder = folder } },
            DefaultWords = "logs in the data folder",
            ShowDefault = static values => values.Options.LogFolder!,
        },
        new SettingRow<long>
        {
            Key = "job_log_size",
            Help = "How much of a job's output its log keeps, 64k or more, 0 for all",
            Flag = "--job-log-size",
            ValueName = "SIZE",
            Variable = "LAUNCHSDK_AGENT_JOB_LOG_SIZE",
            Grammar = SettingGrammars.LogSize,
            Get = static values => values.Options.JobLogSize,
            Set = static (values, size) => values with { Options = values.Options with { JobLogSize = size } },
        },
        new SettingRow<int>
        {
            Key = "last_lines",
            Help = "How many of a job's last lines its outcome has, 16 KiB at most",
            Flag = "--last-lines",
            ValueName = "LINES",
            Variable = "LAUNCHSDK_AGENT_LAST_LINES",
            Grammar = SettingGrammars.Number,
            Get = static values => values.Options.LastLines,
            Set = static (values, lines) => values with { Options = values.Options with { LastLines = lines } },
        },
        new SettingRow<TimeSpan>
        {
            Key = "job_log_days",
            Help = "Days after which job logs are deleted, 0 for never",
            Flag = "--job-log-days",
            ValueName = "DAYS",
            Variable = "LAUNCHSDK_AGENT_JOB_LOG_DAYS",
            Grammar = SettingGrammars.Days,
            Get = static values => values.Options.JobLogRetention,
            Set = static (values, time) => values with { Options = values.Options with { JobLogRetention = time } },
        },
        new SettingRow<TimeSpan>
        {
            Key = "ended_job_days",
            Help = "Days after which ended jobs are deleted from their queues, 0 for never",
            Flag = "--ended-job-days",
            ValueName = "DAYS",
            Variable = "LAUNCHSDK_AGENT_ENDED_JOB_DAYS",
            Grammar = SettingGrammars.Days,
            Get = static values => values.Options.EndedJobRetention,
            Set = static (values, time) => values with { Options = values.Options with { EndedJobRetention = time } },
        },
    ];

    /// <summary>The values where nothing is set.</summary>
    /// <param name="stateFolder">The folder of what outlives the agent.</param>
    /// <returns>The values.</returns>
    public static SettingValues Defaults(string stateFolder)
    {
        var options = new LaunchAgentOptions { Queues = ["default"], StateFolder = stateFolder };
        options = options with { LogFolder = options.JobLogFolder };
        return new SettingValues(options, Entity: null, WandbOptions.DefaultBaseUrl.OriginalString, Verbosity: 0);
    }

    private static string DefaultName(string stateFolder) =>
        MachineId.AgentNameOf(MachineId.Find(stateFolder) ?? "ID (the machine's id is made at the first start)");

    private static IReadOnlyList<string>? One(string? value) => value is null ? null : [value];

    private static IReadOnlyList<string>? One(int? value) => One(value?.ToString(CultureInfo.InvariantCulture));

    private static IReadOnlyList<string>? One(bool? value) => One(value?.ToString());
}

using System.Text.Json.Nodes;
using LaunchSdk.Configuration;

namespace LaunchSdk.Agent.Wandb;

/// <summary>The environment variables that W&amp;B's client in the container reads. Pure: it asks nobody.</summary>
public static class WandbRunEnvironment
{
    /// <summary>The longest value: a longer one is cut into NAME_0, NAME_1, ...</summary>
    public const int LongestValue = 32_670;

    private const string JobSlot = "_wandb_job";

    /// <summary>
    /// The variables of a run, in a fixed order. Those that say who, where and how to reach W&amp;B need a server; a run of a local queue
    /// has the others: WANDB_LAUNCH, the run's id and name, WANDB_CONFIG and the file overrides, which W&amp;B's client reads in offline
    /// mode too.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <returns>The variables.</returns>
    public static IReadOnlyList<WandbVariable> Create(WandbRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var list = new List<WandbVariable>();
        var job = run.Job;
        if (run.BaseUrl is { } server)
        {
            Add(list, "WANDB_BASE_URL", server.AbsoluteUri.TrimEnd('/'));
            Add(list, "WANDB_API_KEY", run.ApiKey, isSecret: true);
        }

        Add(list, "WANDB_PROJECT", job.Project);
        Add(list, "WANDB_ENTITY", job.Entity ?? run.Entity);
        Add(list, "WANDB_LAUNCH", "True");
        Add(list, "WANDB_RUN_ID", run.RunId);
        Add(list, "WANDB_DOCKER", run.Image);
        Add(list, "WANDB_NAME", job.Name);
        Add(list, "WANDB_USERNAME", job.Author);
        Add(list, "WANDB_SWEEP_ID", job.SweepId);
        Add(list, "WANDB_RESUME", run.IsResumed ? "allow" : null);
        Add(list, "WANDB_LAUNCH_QUEUE_NAME", run.Queue);
        Add(list, "WANDB_LAUNCH_QUEUE_ENTITY", run.Queue is null ? null : run.QueueEntity);
        Add(list, "WANDB_LAUNCH_TRACE_ID", run.ItemId);
        AddLong(list, "WANDB_CONFIG", Json(job.Overrides?.RunConfig).ToJsonString());
        AddLong(list, "WANDB_LAUNCH_FILE_OVERRIDES", Json(job.Overrides?.Files).ToJsonString());
        if (run.BaseUrl is not null)
        {
            var artifacts = new JsonObject();
            if (job.Job is { } name)
            {
                artifacts[JobSlot] = name;
            }

            foreach (var (key, value) in Json(job.Overrides?.Artifacts))
            {
                artifacts[key] = value?.DeepClone();
            }

            AddLong(list, "WANDB_ARTIFACTS", artifacts.ToJsonString());
        }

        return list;
    }

    private static void Add(List<WandbVariable> list, string name, string? value, bool isSecret = false)
    {
        if (!string.IsNullOrEmpty(value))
        {
            list.Add(new WandbVariable(name, value) { IsSecret = isSecret });
        }
    }

    /// <summary>
    /// One variable, or as many pieces as the value needs. The JSON is ASCII (others are escaped), so that no piece ends within a
    /// character.
    /// </summary>
    private static void AddLong(List<WandbVariable> list, string name, string value)
    {
        if (value.Length <= LongestValue)
        {
            list.Add(new WandbVariable(name, value));
            return;
        }

        for (var i = 0; i * LongestValue < value.Length; i++)
        {
            list.Add(
                new WandbVariable(
                    $"{name}_{i}",
                    value.Substring(i * LongestValue, Math.Min(LongestValue, value.Length - (i * LongestValue)))
                )
            );
        }
    }

    private static JsonObject Json(IReadOnlyDictionary<string, ConfigValue>? values) =>
        new(
            (values ?? new Dictionary<string, ConfigValue>()).Select(pair => KeyValuePair.Create(pair.Key, JsonNode.Parse(pair.Value.Json)))
        );
}

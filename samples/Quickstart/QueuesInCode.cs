using LaunchSdk;
using LaunchSdk.Documents;
using LaunchSdk.Values;

namespace Quickstart;

/// <summary>Queues written in C#.</summary>
public static class QueuesInCode
{
    public static DockerQueueConfig AsRecord()
    {
        var config = new DockerQueueConfig
        {
            Env = ["MY_ENV_VAR=value", "MY_EXISTING_ENV_VAR"],
            Volume = ["/mnt/datasets:/mnt/datasets"],
            Rm = true,
            Gpus = Gpus.All,
            Builder = new() { Accelerator = new() { BaseImage = "tensorflow/tensorflow:latest-gpu" } },
        };
        return config;
    }

    public static DockerQueue WithBuilder()
    {
        var queue = DockerQueue.Create("gpu-workstation", q => q
            .Env("MY_ENV_VAR", "value")
            .PassEnv("MY_EXISTING_ENV_VAR")
            .Volume("/mnt/datasets", "/mnt/datasets")
            .Rm()
            .Gpus(Gpus.All)
            .Builder(new() { Accelerator = new() { BaseImage = "tensorflow/tensorflow:latest-gpu" } }));
        return queue;
    }

    public static DockerQueueConfig Changed(DockerQueueConfig config)
    {
        var larger = config with { Memory = ByteSize.FromGibibytes(16), ShmSize = "2g", Gpus = Gpus.Count(1) };
        return larger;
    }

    public static DockerQueueConfig Values()
    {
        var config = new DockerQueueConfig
        {
            Memory = ByteSize.FromGibibytes(16),          // or "16g"
            Gpus = Gpus.Devices("0", "1"),                // or "\"device=0,1\""
            Volume = [VolumeMount.Bind("/mnt/datasets", "/data").AsReadOnly(), "cache:/root/.cache"],
            Env = [EnvironmentVariable.Set("SEED", "{{seed}}"), EnvironmentVariable.Pass("HF_TOKEN")],
            StopTimeout = 120,
        };
        return config;
    }

    public static DockerQueue WithTemplateVariables()
    {
        var queue = new DockerQueue
        {
            Name = "gpu-workstation",
            PrioritizationMode = PrioritizationMode.V0,
            TemplateVariables = new Dictionary<string, TemplateVariable>
            {
                ["memory"] = new() { Schema = new() { Type = TemplateVariableType.String, Default = "8g", Enum = ["8g", "16g"] } },
            },
            Config = new() { Memory = "{{memory}}", Rm = true },
        };
        return queue;
    }

    public static void Write(DockerQueue queue)
    {
        File.WriteAllText("gpu-workstation.yaml", queue.ToText(ConfigFormat.Yaml));
    }
}

namespace LaunchSdk.Tests.Configuration;

/// <summary>What records print: log lines and failed tests show it.</summary>
public sealed class RecordPrintingTests
{
    [Fact]
    public void A_configuration_prints_what_is_set_in_its_order() =>
        Assert.Equal(
            "DockerQueueConfig { Rm = True, Memory = 1g, Publish = [8080:80, 443], Cpus = null }",
            new DockerQueueConfig
            {
                Rm = true,
                Memory = "1g",
                Publish = ["8080:80", "443"],
                Cpus = null,
            }.ToString()
        );

    [Fact]
    public void An_empty_configuration_prints_no_member() => Assert.Equal("DockerQueueConfig { }", new DockerQueueConfig().ToString());

    [Fact]
    public void Secrets_are_masked()
    {
        var one = new DockerQueueConfig { Env = "TOKEN=hunter2" };
        var many = new DockerQueueConfig { Env = ["TOKEN=hunter2", "PATH"], LogOpt = ["splunk-token=hunter2"] };

        Assert.Equal("DockerQueueConfig { Env = TOKEN=*** }", one.ToString());
        Assert.Equal("DockerQueueConfig { Env = [TOKEN=***, PATH], LogOpt = splunk-token=*** }", many.ToString());
        Assert.Equal("[TOKEN=***, PATH]", many.Env!.ToString());
    }

    [Fact]
    public void A_queue_prints_its_configuration()
    {
        var queue = DockerQueue.Parse(
            """
            queue: gpu
            template_variables:
              memory:
                schema: { type: string, enum: [1g, 2g], default: 1g }
            resource_args:
              local-container: { memory: "{{memory}}", builder: { accelerator: { base_image: "nvidia/cuda:12" } } }
            """
        );

        Assert.Equal(
            "DockerQueue { Name = gpu, TemplateVariables = { memory = TemplateVariable { Schema = TemplateVariableSchema "
                + "{ Type = String, Default = \"1g\", Enum = [\"1g\", \"2g\"] } } }, Config = DockerQueueConfig { Memory = {{memory}}, "
                + "Builder = QueueBuilderConfig { Accelerator = AcceleratorConfig { BaseImage = nvidia/cuda:12 } } } }",
            queue.GetValueOrThrow().ToString()
        );
    }

    [Fact]
    public void Free_form_values_of_a_job_are_hidden()
    {
        var job = LaunchJob.Parse(
            """
            docker: { docker_image: busybox }
            resource: local-container
            template_variables: { token: hunter2, memory: 1g }
            overrides: { args: [--epochs, "3"] }
            """
        );

        Assert.Equal(
            "LaunchJob { Docker = JobImageSource { DockerImage = busybox }, Resource = LocalContainer, "
                + "TemplateVariables = { token = ***, memory = *** }, Overrides = JobOverrides { Args = [\"--epochs\", \"3\"] } }",
            job.GetValueOrThrow().ToString()
        );
    }

    [Fact]
    public void Numbers_are_printed_alike_everywhere() =>
        Assert.Equal(
            "LaunchAgentConfig { Queues = [a, b], MaxJobs = 2 }",
            new LaunchAgentConfig { Queues = ["a", "b"], MaxJobs = 2 }.ToString()
        );
}

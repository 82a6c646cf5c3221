using LaunchSdk.Agent.Status;

namespace LaunchSdk.Agent.Tests.Agents;

public sealed class GpuJobTests
{
    [Fact]
    public async Task Jobs_with_one_GPU_each_get_different_ones_and_the_third_waits_and_says_why()
    {
        await using var fixture = new AgentFixture();
        fixture.Options = fixture.Options with { GpuDevices = ["0", "1"], MaxJobs = 3 };
        await fixture.CreateQueueAsync("gpus: 1");
        await fixture.PushAsync();
        await fixture.PushAsync();
        var third = await fixture.PushAsync();
        fixture.Start();
        var status = await fixture.WaitAsync(status =>
            status.Jobs.Any(job => job.Step == JobStep.WaitingForGpus) && status.Jobs.Count(job => job.Step == JobStep.Running) == 2
        );

        var waiting = status.Jobs.Single(job => job.Step == JobStep.WaitingForGpus);
        var first = status.Jobs.First(job => job.Step == JobStep.Running);
        fixture.Host.Containers[first.ContainerId!].End(0);
        var later = await fixture.WaitAsync(status => status.EndedCount == 1 && status.Jobs.Count(job => job.Step == JobStep.Running) == 2);

        Assert.StartsWith("waits for 1 GPU: ", waiting.Waiting, StringComparison.Ordinal);
        Assert.Contains(fixture.Backend.Notes, note => note.Note == waiting.Waiting);
        Assert.Equal(first.Gpus, later.Jobs.Single(job => job.ItemId == waiting.ItemId).Gpus);
        Assert.NotNull(third);
    }

    [Fact]
    public async Task More_GPUs_than_there_are_is_refused()
    {
        await using var fixture = new AgentFixture();
        fixture.Options = fixture.Options with { GpuDevices = ["0"] };
        await fixture.CreateQueueAsync("gpus: 2");
        var item = await fixture.PushAsync();
        fixture.Start();

        Assert.Equal("the job asks for 2 GPUs of this agent: it has 0", (await fixture.WaitForEndAsync(item.Id)).Outcome!.Message);
    }
}

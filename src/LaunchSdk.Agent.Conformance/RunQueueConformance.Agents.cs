using LaunchSdk.Agent.Queues;

namespace LaunchSdk.Agent.Conformance;

/// <content>One agent of a name at a time; a backend that keeps no agents has nothing to show.</content>
public abstract partial class RunQueueConformance
{
    private static readonly AgentRegistration Dup = new("dup", "gpu-box", "id000001", "")
    {
        Version = "1.0.0",
        Queues = ["a", "b"],
        Slots = 4,
    };

    /// <summary>Whether the backend keeps its agents.</summary>
    protected virtual bool KeepsAgents => true;

    [Fact]
    public async Task A_name_is_one_agents_and_a_second_is_told_whose()
    {
        if (Backend.Agents is not { } agents)
        {
            Assert.False(KeepsAgents);
            return;
        }

        await agents.ClaimAsync(Dup, Lease, Token);

        var refused = await Assert.ThrowsAsync<AgentNameInUseException>(() =>
            agents.ClaimAsync(Dup with { MachineId = "id000002" }, Lease, Token)
        );

        Assert.Contains("the machine 'gpu-box' (id id000001) has the name 'dup' since ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("give this agent another name", refused.Message, StringComparison.Ordinal);
        Assert.Equal("gpu-box", refused.Holder!.Agent.Machine);
        Assert.DoesNotContain("clones", refused.Message, StringComparison.Ordinal);
        Assert.Contains(
            "as clones have: delete the file machine-id",
            (await Assert.ThrowsAsync<AgentNameInUseException>(() => agents.ClaimAsync(Dup, Lease, Token))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_name_whose_lease_ran_out_is_the_next_agents_and_the_first_hears_of_it()
    {
        if (Backend.Agents is not { } agents)
        {
            Assert.False(KeepsAgents);
            return;
        }

        var first = await agents.ClaimAsync(Dup, Lease, Token);
        await LeasesRunOutAsync();

        var second = await agents.ClaimAsync(Dup with { MachineId = "id000002" }, Lease, Token);

        Assert.Equal("id000001", second.Previous!.Agent.MachineId);
        await Assert.ThrowsAsync<RunQueueLeaseLostException>(() => agents.RenewAsync(first, Lease, Token));
        await agents.ReleaseAsync(first, Token);
        await agents.RenewAsync(second, Lease, Token);
    }

    [Fact]
    public async Task A_name_that_is_renewed_stays_and_one_that_is_released_is_free_at_once()
    {
        if (Backend.Agents is not { } agents)
        {
            Assert.False(KeepsAgents);
            return;
        }

        var first = await agents.ClaimAsync(Dup, Lease, Token);
        await Fixture.AdvanceAsync(Lease / 2);
        await agents.RenewAsync(first, Lease, Token);
        await Fixture.AdvanceAsync(Lease * 0.75);
        await Assert.ThrowsAsync<AgentNameInUseException>(() => agents.ClaimAsync(Dup, Lease, Token));

        await agents.ReleaseAsync(first, Token);

        Assert.True((await agents.ClaimAsync(Dup, Lease, Token)).Previous!.HasEnded);
    }

    [Fact]
    public async Task An_agent_that_crashed_has_its_name_back_at_once_on_the_same_system()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux(),
            "Other systems do not tell which process it was; the name is free when its lease ends."
        );
        if (Backend.Agents is not { } agents)
        {
            Assert.False(KeepsAgents);
            return;
        }

        // This process's id with another start: such a process is not there any more.
        await agents.ClaimAsync(Dup with { Process = ProcessIdentity.Current + "0" }, Lease, Token);
        await agents.ClaimAsync(Dup with { Process = ProcessIdentity.Current }, Lease, Token);

        await Assert.ThrowsAsync<AgentNameInUseException>(() => agents.ClaimAsync(Dup, Lease, Token));
    }

    [Fact]
    public async Task Of_many_agents_that_ask_for_a_name_at_once_one_has_it()
    {
        if (Backend.Agents is not { } agents)
        {
            Assert.False(KeepsAgents);
            return;
        }

        var claims = Enumerable
            .Range(0, 8)
            .Select(async number =>
            {
                try
                {
                    return await agents.ClaimAsync(Dup with { MachineId = $"id{number}" }, Lease, Token);
                }
                catch (AgentNameInUseException)
                {
                    return null;
                }
            });

        var claimed = Assert.Single(await Task.WhenAll(claims), static claim => claim is not null);

        var listed = Assert.Single(await agents.ListAgentsAsync(Token));
        Assert.Equal((claimed!.Agent.MachineId, "1.0.0", 4), (listed.Agent.MachineId, listed.Agent.Version, listed.Agent.Slots));
        Assert.Equal(["a", "b"], listed.Agent.Queues);
    }
}

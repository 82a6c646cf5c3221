using System.Globalization;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Effects;

public sealed class SecurityEffectTests : EffectTests
{
    private const string Status = "grep -E '^(CapEff|NoNewPrivs|Seccomp):' /proc/self/status | tr -s '\\t' ' '";

    [EngineFact]
    public async Task Capabilities_are_dropped_and_added_and_no_new_privileges_holds()
    {
        var effect = await RunScriptAsync(
            """
            rm: true
            network: none
            cap-drop: [all]
            cap-add: [net_bind_service, CAP_CHOWN]
            security-opt: [no-new-privileges, seccomp=unconfined]
            """,
            Status
        );

        Assert.Equal(["CapEff: 0000000000000401", "NoNewPrivs: 1", "Seccomp: 0"], effect.Lines);
    }

    // Compared with the bounding set of the engine's own processes, not of the machine's PID 1: no process gives more than its own bounds,
    // and
    // an engine in a sandbox, such as a CI machine's, may have fewer than PID 1. What started the container's process belongs to the
    // engine, and
    // with the machine's process ids the container sees it.
    [EngineFact]
    public async Task A_privileged_container_gets_every_capability_that_the_engine_has()
    {
        const string Bounds = "sed -n 's/^CapBnd:\\t/CapEff: /p' /proc/$PPID/status; cat /proc/sys/kernel/cap_last_cap";
        var engine = await RunScriptAsync("{ rm: true, network: none, pid: host }", Bounds);
        try
        {
            var effect = await RunScriptAsync("{ rm: true, network: none, privileged: true }", Status);

            Assert.Equal(engine.Lines[0], effect.Lines[0]);
        }
        catch (ContainerStartException refused)
        {
            // Some engines ask for every capability of the kernel, and runc refuses where the machine lacks one.
            var all = (1UL << (int.Parse(engine.Lines[1], CultureInfo.InvariantCulture) + 1)) - 1;
            Assert.NotEqual(string.Create(CultureInfo.InvariantCulture, $"CapEff: {all:x16}"), engine.Lines[0]);
            Assert.Contains("caps", refused.Message, StringComparison.Ordinal);
        }
    }

    [EngineFact]
    public async Task User_groups_sysctls_and_the_working_directory_are_set()
    {
        var effect = await RunScriptAsync(
            """
            rm: true
            network: none
            user: "65534:1000"
            group-add: [44, 2000]
            workdir: /tmp/work
            sysctl:
              - net.ipv4.ip_unprivileged_port_start=77
              - kernel.msgmax=12345
            """,
            "id -u; id -g; id -G; pwd; cat /proc/sys/net/ipv4/ip_unprivileged_port_start /proc/sys/kernel/msgmax"
        );

        Assert.Equal(["65534", "1000", "1000 44 2000", "/tmp/work", "77", "12345"], effect.Lines);
    }

    [EngineFact]
    public async Task Host_namespaces_are_the_hosts_and_others_are_the_containers_own()
    {
        const string Namespaces = "cd /proc/self/ns; ls -l pid uts ipc net | sed 's/.* //'";
        var first = await RunScriptAsync("{ rm: true, pid: host, uts: host, ipc: host, network: host }", Namespaces);
        var second = await RunScriptAsync("{ rm: true, pid: host, uts: host, ipc: host, network: host }", Namespaces);
        var own = await RunScriptAsync("{ rm: true, ipc: private, network: none }", Namespaces);

        Assert.Equal(first.Lines, second.Lines);
        Assert.Equal(4, first.Lines.Count);
        Assert.Empty(own.Lines.Intersect(first.Lines));
    }

    [EngineFact]
    public async Task A_container_can_join_anothers_namespaces()
    {
        await using var other = await StartAsync(
            $"{{ rm: true, name: {UniqueName}, network: none, ipc: shareable }}",
            new StreamContainerOutput(Stream.Null, Stream.Null),
            "sleep",
            "60"
        );

        var effect = await RunScriptAsync(
            $"{{ rm: true, pid: 'container:{UniqueName}', network: 'container:{UniqueName}', ipc: 'container:{UniqueName}' }}",
            "cat /proc/1/comm"
        );

        Assert.Equal(["sleep"], effect.Lines);
        await other.KillAsync("KILL", Token);
    }
}

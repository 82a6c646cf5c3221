using System.Text.Json.Nodes;
using LaunchSdk.Docker.Output;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Effects;

public sealed class StorageEffectTests : EffectTests
{
    [EngineFact]
    public async Task Binds_tmpfs_and_the_root_have_the_flags_that_were_asked_for()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "data.txt"), "from the host", Token);

        var effect = await RunScriptAsync(
            $$"""
            rm: true
            network: none
            read-only: true
            volume: ["{{Folder}}:/fixed:ro", "./:/relative"]
            tmpfs: ["/scratch:size=1m,mode=1700,noexec"]
            mount:
              - type=tmpfs,dst=/small,tmpfs-size=64k,tmpfs-mode=0711
              - type=bind,source={{Folder}},target=/mounted,readonly
            """,
            """
            cat /fixed/data.txt; echo
            touch /fixed/x 2>/dev/null || echo fixed read only
            touch /mounted/x 2>/dev/null || echo mounted read only
            touch /root/x 2>/dev/null || echo root read only
            echo back >/relative/answer.txt && echo relative written
            df -k /scratch /small | tail -n 2 | awk '{ print $2, $6 }'
            stat -c %a /scratch /small
            grep ' /scratch ' /proc/mounts | grep -c noexec
            """
        );

        Assert.Equal(
            [
                "from the host",
                "fixed read only",
                "mounted read only",
                "root read only",
                "relative written",
                "1024 /scratch",
                "64 /small",
                "1700",
                "711",
                "1",
            ],
            effect.Lines
        );
        Assert.Equal("back\n", await File.ReadAllTextAsync(Path.Combine(Folder, "answer.txt"), Token));
    }

    [EngineFact]
    public async Task A_named_volume_stays_and_an_anonymous_one_goes_with_the_container()
    {
        var first = await RunScriptAsync(
            $$"""
            network: none
            volume: [{{UniqueName}}:/kept, /scratch]
            mount: "type=volume,dst=/also"
            """,
            "echo kept >/kept/file; echo lost >/scratch/file"
        );
        var mounts = (await Engine.GetAsync($"containers/{first.Id}/json", Token))!["Mounts"]!.AsArray();
        var anonymous = mounts.Select(mount => (string)mount!["Name"]!).Where(name => name != UniqueName).ToList();

        var second = await RunScriptAsync(
            $$"""
            rm: true
            network: none
            volumes-from: "{{first.Id}}:ro"
            """,
            "cat /kept/file /scratch/file; touch /kept/x 2>/dev/null || echo read only"
        );

        Assert.Equal(["kept", "lost", "read only"], second.Lines);
        Assert.Equal(2, anonymous.Count);
        Assert.All(await Task.WhenAll(anonymous.Select(Volume)), Assert.NotNull);
    }

    [EngineFact]
    public async Task Automatic_removal_takes_the_anonymous_volumes_along()
    {
        await using var container = await StartAsync(
            $"{{ rm: true, network: none, volume: [/scratch, '{UniqueName}:/kept'] }}",
            new StreamContainerOutput(Stream.Null, Stream.Null),
            "sleep",
            "60"
        );
        var mounts = (await Engine.GetAsync($"containers/{container.Id}/json", Token))!["Mounts"]!.AsArray();
        var anonymous = mounts.Select(mount => (string)mount!["Name"]!).Single(name => name != UniqueName);

        await container.KillAsync("KILL", Token);
        await container.Completion;

        Assert.NotNull(await Volume(UniqueName));
        Assert.Null(await Volume(anonymous));
    }

    private protected override async Task CleanUpAsync()
    {
        if (await Volume(UniqueName) is not null)
        {
            await Client.Volumes.RemoveAsync(UniqueName, force: true);
        }
    }

    private Task<JsonNode?> Volume(string name) => Engine.GetAsync($"volumes/{name}", CancellationToken.None);
}

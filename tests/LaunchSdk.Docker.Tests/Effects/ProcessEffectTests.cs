using Docker.DotNet.Models;
using LaunchSdk.Docker.Containers;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Effects;

public sealed class ProcessEffectTests : EffectTests
{
    private string? _image;

    [EngineFact]
    public async Task Environment_and_labels_come_from_the_file_and_from_the_options()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "job.env"), "# notes\nFROM_FILE=1\nBOTH=file\n", Token);
        await File.WriteAllTextAsync(Path.Combine(Folder, "job.labels"), "from.file=1\nboth=file\n", Token);

        var effect = await RunScriptAsync(
            """
            network: none
            env: ["DIRECT=a b=c", BOTH=option, LSDK_SURELY_ABSENT]
            env-file: job.env
            label: [direct=x, both=option, bare]
            label-file: ./job.labels
            """,
            "echo $FROM_FILE; echo $BOTH; echo \"$DIRECT\"; env | grep -c LSDK_SURELY_ABSENT"
        );
        var labels = (await Engine.GetAsync($"containers/{effect.Id}/json", Token))!["Config"]!["Labels"]!;

        Assert.Equal(["1", "option", "a b=c", "0"], effect.Lines);
        Assert.Equal(
            ("1", "option", "x", ""),
            ((string)labels["from.file"]!, (string)labels["both"]!, (string)labels["direct"]!, (string)labels["bare"]!)
        );
    }

    [EngineFact]
    public async Task An_entry_point_can_be_replaced_and_taken_away()
    {
        await CreateImageWithEntryPointAsync();

        Assert.Equal("image one\n", await OutputOfAsync("{ rm: true, network: none }", "one"));
        Assert.Equal("two\n", await OutputOfAsync("{ rm: true, network: none, entrypoint: echo }", "two"));
        Assert.Equal("three\n", await OutputOfAsync("{ rm: true, network: none, entrypoint: '' }", "echo", "three"));
    }

    [EngineFact]
    public async Task An_init_process_is_the_first_one()
    {
        var effect = await RunScriptAsync(
            "{ rm: true, network: none, init: true, platform: linux }",
            "cat /proc/1/comm; [ $$ != 1 ] && echo second"
        );

        Assert.Equal("second", effect.Lines[1]);
        Assert.Contains("init", effect.Lines[0], StringComparison.Ordinal);
    }

    private protected override async Task CleanUpAsync()
    {
        if (_image is not null)
        {
            await Client.Images.DeleteImageAsync(_image, new ImageDeleteParameters { Force = true });
        }
    }

    private async Task CreateImageWithEntryPointAsync()
    {
        var made = await RunAsync("network: none", "true");
        await Client.Images.CommitContainerChangesAsync(
            new CommitContainerChangesParameters
            {
                ContainerID = made.Id,
                RepositoryName = UniqueName,
                Tag = "latest",
                Entrypoint = ["echo", "image"],
            },
            Token
        );
        _image = $"{UniqueName}:latest";
    }

    private async Task<string> OutputOfAsync(string queue, params string[] command)
    {
        var output = new Containers.CapturedOutput();
        await new ContainerRunner(Docker).RunAsync(Plan(queue, _image!, command), output, null, Token);
        return output.Stdout;
    }
}

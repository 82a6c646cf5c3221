using LaunchSdk.Agent.Machine;

namespace LaunchSdk.Agent.Tests.Agents;

public sealed class MachineIdTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lsdk-id");

    private string State => Path.Combine(_folder.FullName, "state");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Looking_for_it_makes_none() => Assert.Null(MachineId.Find(State));

    [Fact]
    public void It_is_made_once_for_its_owner_only()
    {
        var id = MachineId.FindOrCreate(State);

        Assert.Equal((id, id), (MachineId.FindOrCreate(State), MachineId.Find(State)));
        Assert.Equal(["machine-id"], Directory.GetFiles(State).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(State, "machine-id")));
        }
    }

    [Fact]
    public async Task Processes_that_make_it_at_once_get_the_same()
    {
        var ids = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => MachineId.FindOrCreate(State), TestContext.Current.CancellationToken))
        );

        Assert.Single(ids.Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc")]
    [InlineData("0123456789")]
    public void What_is_no_id_is_replaced(string text)
    {
        Directory.CreateDirectory(State);
        File.WriteAllText(Path.Combine(State, "machine-id"), text);

        Assert.Matches("^[0-9a-z]{8}$", MachineId.FindOrCreate(State));
    }
}

using FsCheck.Xunit;
using LaunchSdk.Agent.Devices;
using LaunchSdk.Values;

namespace LaunchSdk.Agent.Tests.Devices;

public sealed class GpuPoolTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_count_is_that_many_free_devices()
    {
        var pool = Pool("0", "1", "2");
        await pool.AcquireAsync("a", Gpus.Devices("1"), Fail, Token);

        Assert.Equal(["0", "2"], await pool.AcquireAsync("b", Gpus.Count(2), Fail, Token));
    }

    [Fact]
    public async Task A_job_waits_for_a_device_and_says_for_whose()
    {
        var pool = Pool("0");
        await pool.AcquireAsync("a", Gpus.Count(1), Fail, Token);
        string? reason = null;
        var waiting = pool.AcquireAsync("b", Gpus.Count(1), waits => reason = waits, Token);

        var waited = !waiting.IsCompleted;
        pool.Release("a");

        Assert.Equal(["0"], await waiting);
        Assert.True(waited);
        Assert.Equal("waits for 1 GPU: 0 is of a", reason);
    }

    [Fact]
    public async Task A_job_that_wants_all_is_not_passed_by()
    {
        var pool = Pool("0", "1");
        await pool.AcquireAsync("a", Gpus.Count(1), Fail, Token);
        var all = pool.AcquireAsync("b", Gpus.All, _ => { }, Token);
        var later = pool.AcquireAsync("c", Gpus.Count(1), _ => { }, Token);

        pool.Release("a");

        Assert.Equal(["0", "1"], await all);
        Assert.False(later.IsCompleted);
    }

    [Fact]
    public async Task A_job_that_gives_up_lets_the_next_one_on()
    {
        var pool = Pool("0", "1");
        await pool.AcquireAsync("a", Gpus.Count(1), Fail, Token);
        using var givesUp = new CancellationTokenSource();
        var all = pool.AcquireAsync("b", Gpus.All, _ => { }, givesUp.Token);
        var later = pool.AcquireAsync("c", Gpus.Count(1), _ => { }, Token);

        await givesUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => all);
        Assert.Equal(["1"], await later);
    }

    [Fact]
    public async Task A_device_is_known_by_its_UUID_too()
    {
        var pool = new GpuPool(GpuDevices.Read("0, GPU-aa\n1, GPU-bb\n"));

        Assert.Equal(["1"], await pool.AcquireAsync("a", Gpus.Devices("GPU-bb"), Fail, Token));
    }

    [Theory]
    [InlineData("3", "the job asks for 3 GPUs of this agent: it has 0, 1")]
    [InlineData("device=7", "the job asks for the GPU '7', which is none of this agent's: it has 0, 1")]
    public void What_can_never_be_had_is_refused(string request, string reason) =>
        Assert.Equal(reason, Pool("0", "1").Refuse(GpuRequest.Parse(request)));

    [Fact]
    public void An_agent_without_GPUs_refuses_all() =>
        Assert.Equal("the job asks for all GPUs of this agent: it has none", Pool().Refuse(Gpus.All));

    [Property]
    public void Every_job_gets_its_devices_and_they_all_come_back(byte[] requests)
    {
        var pool = Pool("0", "1", "2");
        var wanted = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < requests.Length; i++)
        {
            var item = $"job{i}";
            wanted[item] = 1 + (requests[i] % 3);
            _ = pool.AcquireAsync(item, Gpus.Count(wanted[item]), _ => { }, CancellationToken.None);
            if (requests[i] % 5 == 0)
            {
                EndOne(pool, wanted);
            }
        }

        while (wanted.Count > 0)
        {
            EndOne(pool, wanted);
        }

        Assert.All(pool.Status, device => Assert.Null(device.ItemId));
    }

    // Some job always has its devices: nobody waits while all are free.
    private static void EndOne(GpuPool pool, Dictionary<string, int> wanted)
    {
        var (item, count) = pool
            .Status.Where(device => device.ItemId is not null)
            .GroupBy(device => device.ItemId!)
            .Select(devices => (devices.Key, devices.Count()))
            .First();
        Assert.Equal(wanted[item], count);
        wanted.Remove(item);
        pool.Release(item);
    }

    private static GpuPool Pool(params string[] ids) => new([.. ids.Select(id => new GpuDevice(id))]);

    private static void Fail(string reason) => Assert.Fail($"It waits: {reason}");
}

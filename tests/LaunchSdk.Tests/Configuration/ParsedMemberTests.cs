using System.Collections.Concurrent;
using LaunchSdk.Values;

namespace LaunchSdk.Tests.Configuration;

/// <summary>A typed member is parsed once.</summary>
public sealed class ParsedMemberTests
{
    private static DockerQueueConfig Many(int count) =>
        new() { Env = [.. Enumerable.Range(0, count).Select(i => EnvironmentVariable.Set("K" + i, "v"))], Memory = "512m" };

    [Fact]
    public void Reading_a_member_twice_gives_the_same_object()
    {
        var config = new DockerQueueConfig
        {
            Memory = "512m",
            Env = ["A=1", "B=2"],
            GroupAdd = "video",
        };

        Assert.Same(config.Memory, config.Memory);
        Assert.Same(config.Env, config.Env);
        Assert.Same(config.Env![1], config.Env![1]);
        Assert.Same(config.GroupAdd, config.GroupAdd);
        Assert.Null(config.Cpus);
    }

    [Fact]
    public void A_second_read_allocates_nothing()
    {
        var config = Many(200);
        var read = Read(config);
        read = Read(config);
        var before = GC.GetAllocatedBytesForCurrentThread();
        read += Read(config);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Equal(2 * (200 + (512L << 20)), read);
    }

    [Fact]
    public void A_list_is_parsed_once_for_a_loop_over_it()
    {
        var config = Many(200);
        _ = Read(Many(200));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(config);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // Two hundred variables with a name and a value of their own take about 20 KB; parsed at each of 200 reads they would take 4 MB.
        Assert.InRange(allocated, 200 * 24, 200 * 250);
    }

    [Fact]
    public void A_copy_has_what_it_changes_and_leaves_the_original_as_it_was()
    {
        var config = new DockerQueueConfig { Memory = "512m", Env = ["A=1"] };
        var (memory, env) = (config.Memory, config.Env);

        var copy = config with { Memory = "1g", Cpus = "2" };

        Assert.Equal(("1g", "2"), (copy.Memory!.Text, copy.Cpus!.Text));
        Assert.Equal(env, copy.Env);
        Assert.Same(memory, config.Memory);
        Assert.Same(env, config.Env);
        Assert.Null(config.Cpus);
    }

    [Fact]
    public void A_builder_that_goes_on_after_a_read_gives_what_was_added()
    {
        var builder = new DockerQueueBuilder();
        builder.Env("A", "1").Memory("1g");
        var first = builder.Build();
        Assert.Single(first.Env!);

        builder.Env("B", "2").Memory("2g");
        var second = builder.Build();

        Assert.Equal(["A=1", "B=2"], second.Env!.Select(variable => variable.Text));
        Assert.Equal("2g", second.Memory!.Text);
        Assert.Single(first.Env!);
    }

    [Fact]
    public void Threads_that_read_together_get_one_object()
    {
        for (var round = 0; round < 50; round++)
        {
            var config = Many(20);
            var lists = new ConcurrentBag<OptionList<EnvironmentVariable>>();
            var sizes = new ConcurrentBag<ByteSize>();
            using var start = new Barrier(4);
            var threads = Enumerable
                .Range(0, 4)
                .Select(_ => new Thread(() =>
                {
                    start.SignalAndWait(TimeSpan.FromMinutes(1));
                    lists.Add(config.Env!);
                    sizes.Add(config.Memory!);
                }))
                .ToArray();
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => Assert.True(thread.Join(TimeSpan.FromMinutes(1))));

            Assert.Equal(4, lists.Count);
            Assert.All(lists, list => Assert.Same(config.Env, list));
            Assert.All(sizes, size => Assert.Same(config.Memory, size));
        }
    }

    private static long Read(DockerQueueConfig config)
    {
        var sum = config.Memory!.Bytes;
        for (var i = 0; i < config.Env!.Count; i++)
        {
            sum += config.Env![i].Value!.Length;
        }

        return sum;
    }
}

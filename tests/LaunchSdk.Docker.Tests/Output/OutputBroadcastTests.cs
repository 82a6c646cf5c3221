using System.Text;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Docker.Tests.Output;

public sealed class OutputBroadcastTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_reader_gets_all_of_the_output()
    {
        var output = new OutputBroadcast();
        using var first = output.Subscribe();
        using var second = output.Subscribe();

        Write(output, "one\n", "two\n");
        output.Complete(null);

        Assert.Equal(["one", "two"], await LinesAsync(first));
        Assert.Equal(["one", "two"], await LinesAsync(second));
    }

    [Fact]
    public async Task The_first_reader_gets_what_came_before_it()
    {
        var output = new OutputBroadcast();
        Write(output, "early\n");

        using var reader = output.Subscribe();
        Write(output, "late\n");
        output.Complete(null);

        Assert.Equal(["early", "late"], await LinesAsync(reader));
    }

    [Fact]
    public async Task What_is_kept_for_the_first_reader_is_bounded()
    {
        var output = new OutputBroadcast(backlog: 8);
        Write(output, "gone\n", "kept1\n");

        using var reader = output.Subscribe();
        output.Complete(null);

        Assert.Equal(["kept1"], await LinesAsync(reader));
        Assert.Equal(5, reader.DroppedBytes);
    }

    [Theory]
    [InlineData(OutputOverflow.DropOldest, "3333")]
    [InlineData(OutputOverflow.DropNewest, "1111")]
    public async Task A_slow_reader_loses_what_its_policy_says_and_is_told(OutputOverflow overflow, string kept)
    {
        var output = new OutputBroadcast();
        using var reader = output.Subscribe(new OutputReaderOptions { Capacity = 4, Overflow = overflow });

        Write(output, "1111", "2222", "3333");
        output.Complete(null);

        Assert.Equal([kept], await LinesAsync(reader));
        Assert.Equal(8, reader.DroppedBytes);
    }

    [Fact]
    public async Task A_reader_that_waits_holds_the_output_back_and_loses_nothing()
    {
        var output = new OutputBroadcast();
        using var reader = output.Subscribe(new OutputReaderOptions { Capacity = 16 });
        var writing = Task.Run(
            () =>
            {
                Write(output, [.. Enumerable.Range(0, 1000).Select(number => $"{number}\n")]);
                output.Complete(null);
            },
            Token
        );

        var lines = await LinesAsync(reader);
        await writing;

        Assert.Equal(Enumerable.Range(0, 1000).Select(number => $"{number}"), lines);
        Assert.Equal(0, reader.DroppedBytes);
    }

    [Fact]
    public async Task A_reader_that_leaves_holds_nothing_back()
    {
        var output = new OutputBroadcast();
        var reader = output.Subscribe(new OutputReaderOptions { Capacity = 1 });
        Write(output, "a");
        var writing = Task.Run(() => Write(output, "b", "c"), Token);

        reader.Dispose();

        await writing.WaitAsync(Token);
    }

    [Fact]
    public async Task An_output_that_breaks_off_tells_its_readers()
    {
        var output = new OutputBroadcast();
        using var reader = output.Subscribe();
        Write(output, "some\n");
        output.Complete(new IOException("gone"));

        var error = await Assert.ThrowsAsync<DockerEngineException>(() => LinesAsync(reader));

        Assert.Equal("gone", error.EngineMessage);
    }

    [Fact]
    public void The_tail_keeps_the_last_lines_of_both_streams_in_their_order()
    {
        var tail = new OutputTail(3);
        for (var number = 0; number < 10_000; number++)
        {
            tail.Add(number % 2 == 0 ? OutputSource.Stdout : OutputSource.Stderr, Encoding.UTF8.GetBytes($"line {number}\n"));
        }

        Assert.Equal(["line 9997", "line 9998", "line 9999"], tail.Read().Select(line => line.Text));
        Assert.Equal([OutputSource.Stderr, OutputSource.Stdout, OutputSource.Stderr], tail.Read().Select(line => line.Source));
    }

    [Fact]
    public void The_tail_of_one_long_line_is_its_end()
    {
        var tail = new OutputTail(3);
        tail.Add(OutputSource.Stdout, Encoding.UTF8.GetBytes(new string('x', 100_000) + "end"));

        Assert.EndsWith("xend", Assert.Single(tail.Read()).Text, StringComparison.Ordinal);
    }

    private static void Write(OutputBroadcast output, params string[] pieces)
    {
        foreach (var piece in pieces)
        {
            output.OnStdout(Encoding.UTF8.GetBytes(piece));
            output.Flush();
        }
    }

    private static async Task<List<string>> LinesAsync(OutputReader reader)
    {
        var lines = new List<string>();
        await foreach (var line in reader.ReadLinesAsync(Token))
        {
            lines.Add(line.Text);
        }

        return lines;
    }
}

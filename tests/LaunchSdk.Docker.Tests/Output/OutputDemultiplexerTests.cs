using FsCheck.Xunit;
using LaunchSdk.Docker.Output;
using LaunchSdk.Docker.Tests.Containers;

namespace LaunchSdk.Docker.Tests.Output;

public sealed class OutputDemultiplexerTests
{
    [Property]
    public bool Any_split_of_the_bytes_gives_the_same_output((bool Error, byte[] Content)[] frames, byte[] pieces)
    {
        var bytes = frames.SelectMany(frame => Frames.Of(frame.Error ? 2 : 1, frame.Content ?? [])).ToArray();
        var output = new RawOutput();
        var demultiplexer = new OutputDemultiplexer(output);

        var rest = bytes.AsSpan();
        foreach (var piece in pieces)
        {
            var count = Math.Min(piece, rest.Length);
            demultiplexer.Write(rest[..count]);
            rest = rest[count..];
        }

        demultiplexer.Write(rest);
        demultiplexer.Complete();
        return output.Stdout.SequenceEqual(frames.Where(frame => !frame.Error).SelectMany(frame => frame.Content ?? []))
            && output.Stderr.SequenceEqual(frames.Where(frame => frame.Error).SelectMany(frame => frame.Content ?? []));
    }

    [Fact]
    public void One_byte_at_a_time_is_enough()
    {
        var output = new RawOutput();
        var demultiplexer = new OutputDemultiplexer(output);

        foreach (var single in Frames.Of((1, "out"), (2, "err"), (1, "")))
        {
            demultiplexer.Write([single]);
        }

        demultiplexer.Complete();
        Assert.Equal("out"u8, output.Stdout.ToArray());
        Assert.Equal("err"u8, output.Stderr.ToArray());
    }

    [Fact]
    public void A_stream_that_ends_within_a_frame_is_an_error()
    {
        var demultiplexer = new OutputDemultiplexer(new RawOutput());
        demultiplexer.Write(Frames.Of((1, "cut")).AsSpan(0, 10));

        Assert.Throws<DockerEngineException>(demultiplexer.Complete);
    }

    [Fact]
    public void The_engines_own_error_in_the_stream_is_an_exception()
    {
        var demultiplexer = new OutputDemultiplexer(new RawOutput());

        var error = Assert.Throws<DockerEngineException>(() => demultiplexer.Write(Frames.Of((3, "log driver failed"))));

        Assert.Equal("log driver failed", error.EngineMessage);
    }

    [Fact]
    public void A_stream_that_docker_does_not_have_is_an_error()
    {
        var demultiplexer = new OutputDemultiplexer(new RawOutput());

        Assert.Throws<DockerEngineException>(() => demultiplexer.Write(Frames.Of((65, "?"))));
    }

    private sealed class RawOutput : IContainerOutput
    {
        public List<byte> Stdout { get; } = [];

        public List<byte> Stderr { get; } = [];

        public void OnStdout(ReadOnlySpan<byte> bytes) => Stdout.AddRange(bytes);

        public void OnStderr(ReadOnlySpan<byte> bytes) => Stderr.AddRange(bytes);

        public void Flush() { }
    }
}

using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Output;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Containers;

/// <summary>Receivers of output, and inputs, that throw.</summary>
public sealed class ReceiverTests : EngineTests
{
    public static TheoryData<string> Failures() =>
        [nameof(InvalidDataException), nameof(IOException), nameof(OperationCanceledException), nameof(DockerEngineException)];

    [EngineTheory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_a_receiver_throws_comes_out_and_the_container_is_stopped(string type)
    {
        var failure = Create(type);
        var plan = Labelled(Plans.Shell("echo out; exec sleep 600").With(static parameters => parameters.StopSignal = "KILL"));

        var run = new ContainerRunner(Docker).RunAsync(plan, new ThrowingOutput(failure), null, Token);
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => run);

        Assert.Same(failure, thrown);
        Assert.Empty(await LeftAsync());
    }

    [EngineFact]
    public async Task A_container_that_was_only_started_goes_on_without_its_receiver_and_is_not_held_back()
    {
        var failure = new InvalidDataException("not wanted");
        var plan = Labelled(Plans.Shell("yes | head -c 20000000; exit 7").KeptAfterwards());
        var receiver = new ThrowingOutput(failure);

        await using var container = await new ContainerRunner(Docker).StartAsync(plan, receiver, null, Token);
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => container.Completion);

        Assert.Same(failure, thrown);
        Assert.Same(failure, receiver.Completed);
        Assert.Equal(7, (await container.StopAsync(TimeSpan.FromMinutes(1), Token)).ExitCode);
    }

    [EngineFact]
    public async Task Reading_logs_ends_with_the_exception_of_its_receiver()
    {
        var failure = new InvalidDataException("not wanted");
        var plan = Labelled(Plans.Shell("echo out").KeptAfterwards());
        await using var container = await new ContainerRunner(Docker).StartAsync(plan, Output, null, Token);
        await container.Completion;

        var output = new ThrowingOutput(failure);
        var byHandle = container.ReadLogsAsync(output, null, Token);
        var byName = new ContainerCatalog(Docker).ReadLogsAsync(container.Id, output, null, Token);
        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => byHandle));
        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => byName));
    }

    [EngineFact]
    public async Task An_input_that_throws_is_at_its_end()
    {
        using var input = new ThrowingInput();

        var result = await RunAsync(Plans.Shell("cat; echo end").WithInput(), input);

        Assert.Equal((0, "some\nend\n"), (result.ExitCode, Output.Stdout));
    }

    private static Exception Create(string type) =>
        type switch
        {
            nameof(InvalidDataException) => new InvalidDataException("not wanted"),
            nameof(IOException) => new IOException("not wanted"),
            nameof(OperationCanceledException) => new OperationCanceledException("not wanted"),
            _ => new DockerEngineException("writing", "not wanted", null, null),
        };

    private sealed class ThrowingOutput(Exception failure) : IContainerOutput
    {
        public Exception? Completed { get; private set; }

        public void OnStdout(ReadOnlySpan<byte> bytes) => throw failure;

        public void OnStderr(ReadOnlySpan<byte> bytes) { }

        public void Flush() { }

        public void Complete(Exception? failure) => Completed = failure;
    }

    private sealed class ThrowingInput : MemoryStream
    {
        private bool _isRead;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_isRead)
            {
                throw new InvalidOperationException("broken");
            }

            _isRead = true;
            "some\n"u8.CopyTo(buffer.Span);
            return ValueTask.FromResult(5);
        }
    }
}

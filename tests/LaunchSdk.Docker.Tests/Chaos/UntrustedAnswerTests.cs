using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Chaos;

/// <summary>Every request of the library, answered by everything that is no answer of an engine.</summary>
public sealed class UntrustedAnswerTests
{
    private const long MostBytes = 128L << 20;

    // Only a hang takes so long.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var call in LibraryCall.All)
            {
                foreach (var request in call.Requests)
                {
                    foreach (var answer in ChaosAnswer.OfNoEngine.Where(answer => !IsGood(request, answer)))
                    {
                        rows.Add(call.Name, request, answer.Name);
                    }
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_answer_that_is_none_of_an_engine_is_an_error_that_says_what_came_from_where(
        string call,
        string request,
        string answer
    )
    {
        await using var engine = new RecordingEngine();
        var container = await LibraryCall.KeepContainerAsync(engine);
        await using var proxy = new ChaosProxy(engine.Host);
        proxy.On(request, ChaosAnswer.OfNoEngine.Single(one => one.Name == answer));

        var error = await Assert.ThrowsAnyAsync<DockerEngineException>(() =>
            LibraryCall
                .All.Single(one => one.Name == call)
                .RunAsync(new DockerEngineOptions { Host = proxy.Host }, container, TestContext.Current.CancellationToken)
                .WaitAsync(Hang, TestContext.Current.CancellationToken)
        );

        Assert.Contains(proxy.Host, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.InRange(error.Message.Length, 1, 5000);
        Assert.NotEmpty(proxy.Answered);
        Assert.InRange(proxy.BytesSent, 0, MostBytes);
    }

    // No logs are logs.
    private static bool IsGood(string request, ChaosAnswer answer) =>
        request.EndsWith("/logs", StringComparison.Ordinal) && answer.Name == "an empty body";
}

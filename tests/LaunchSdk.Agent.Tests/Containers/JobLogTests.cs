using LaunchSdk.Agent.Containers;
using LaunchSdk.Docker.Containers;

namespace LaunchSdk.Agent.Tests.Containers;

public sealed class JobLogTests : IDisposable
{
    private const string Warning = "launch: warning: part of the output of the container abc is lost: it was removed\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-job-log").FullName;

    public static TheoryData<string, string> Ends =>
        new()
        {
            { "words\n", "words\n" + Warning },
            { "a line that broke off", "a line that broke off\n" + Warning },
            { "", Warning },
        };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Output_that_is_lost_has_a_line_of_its_own_at_the_end(string output, string expected)
    {
        Assert.Equal(expected, Write(output, new OutputLostException("abc", "it was removed")));
    }

    [Fact]
    public void An_agent_that_lets_go_of_its_container_loses_nothing()
    {
        Assert.Equal("words\n", Write("words\n", new OperationCanceledException()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string output, Exception failure)
    {
        var path = JobLog.PathOf(_folder, "1");
        using var log = new JobLog(path, size: 0);
        if (output.Length > 0)
        {
            log.OnStdout(System.Text.Encoding.UTF8.GetBytes(output));
        }

        log.Complete(failure);
        return File.ReadAllText(path);
    }
}

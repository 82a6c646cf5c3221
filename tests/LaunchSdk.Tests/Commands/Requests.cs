using LaunchSdk.Commands;
using LaunchSdk.Tests.Configuration;

namespace LaunchSdk.Tests.Commands;

/// <summary>Short ways to a command.</summary>
internal static class Requests
{
    public static DockerRunRequest Request(string queue, string? job = null) =>
        new()
        {
            Queue = ConfigText.Queue(queue),
            Override = job is null ? null : ConfigText.Queue(job).Config,
            Image = "busybox",
            Environment = name => name == "HOME" ? "/home/ada" : null,
        };

    public static IReadOnlyList<string> Argv(this DockerQueue queue) =>
        DockerRunCommand.Create(new DockerRunRequest { Queue = queue, Image = "busybox" }).GetValueOrThrow().ToArgumentVector();

    /// <summary>The options only: without <c>run</c> and the image.</summary>
    public static IReadOnlyList<string> Options(this DockerRunRequest request)
    {
        var arguments = DockerRunCommand.Create(request).GetValueOrThrow().ToArgumentVector();
        return [.. arguments.Skip(1).Take(arguments.Count - 2 - request.Command.Count)];
    }

    /// <summary><c>LSDK0012: message</c> of the only problem.</summary>
    public static string Problem(this DockerRunRequest request)
    {
        var problem = Assert.Single(DockerRunCommand.Create(request).Problems);
        return $"{problem.Rule.Id}: {problem.Message}";
    }
}

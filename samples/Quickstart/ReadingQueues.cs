using LaunchSdk;
using LaunchSdk.Commands;
using LaunchSdk.Configuration;
using LaunchSdk.Shells;

namespace Quickstart;

/// <summary>Queues read from files, and rendered.</summary>
public static class ReadingQueues
{
    public static string Render(string path)
    {
        var queue = DockerQueue.Load(path).GetValueOrThrow();
        var command = DockerRunCommand.Create(new DockerRunRequest
        {
            Queue = queue,
            Image = "pytorch/pytorch",
            Command = ["python", "train.py"],
        }).GetValueOrThrow();

        Console.WriteLine(command.ToShellText(ShellSyntax.Posix));
        return command.ToShellText(ShellSyntax.Posix);
    }

    public static DockerQueue? Report(string text)
    {
        var result = DockerQueue.Parse(text, "queue.yaml");
        foreach (var problem in result.Problems)
        {
            Console.Error.WriteLine(problem);          // queue.yaml(7,1): error LSDK0003: 'memroy' is not an option of docker run: ...
        }

        return result.Value;                           // null when one of the problems is an error
    }

    public static string? Refused()
    {
        try
        {
            DockerQueue.Parse("memory: 16 gigs").GetValueOrThrow();
        }
        catch (ConfigException refused)
        {
            return refused.Problems[0].Rule.Id;        // LSDK0005
        }

        return null;
    }

    public static IReadOnlyList<string> Merge(DockerQueue queue, DockerQueueConfig job)
    {
        var request = new DockerRunRequest
        {
            Queue = queue,
            Override = job,                            // replaces the queue's options, one by one
            Image = "pytorch/pytorch",
            Command = ["python", "train.py"],
            Variables = new Dictionary<string, string> { ["memory"] = "16g" },
            Macros = new Dictionary<string, string> { ["run_id"] = "a1b2c3" },
        };

        var command = DockerRunCommand.Create(request).GetValueOrThrow();
        foreach (var option in OptionExplanation.Explain(command.Run))
        {
            Console.WriteLine($"{string.Join(' ', option.Arguments)}  {option.Layer} {option.Place}");
        }

        return command.ToArgumentVector();
    }
}

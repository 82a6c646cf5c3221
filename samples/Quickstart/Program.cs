using LaunchSdk;
using LaunchSdk.Commands;
using LaunchSdk.Shells;
using Quickstart;

// Prints one queue as a docker run command three times: from a record, from a builder and, where a path is given, from a file.
var record = new DockerQueue { Name = "gpu-workstation", Config = QueuesInCode.AsRecord() };
foreach (var queue in (DockerQueue[])[record, QueuesInCode.WithBuilder()])
{
    var command = DockerRunCommand.Create(new DockerRunRequest { Queue = queue, Image = "pytorch/pytorch", Command = ["python", "train.py"] });
    Console.WriteLine(command.GetValueOrThrow().ToShellText(ShellSyntax.Posix));
}

if (args is [var path])
{
    ReadingQueues.Render(path);
}

namespace LaunchSdk.Cli;

/// <summary>The words of <c>--help</c>: one line a command for the list of commands, and what follows a command's own options.</summary>
/// <param name="Summary">One line.</param>
/// <param name="Details">Exit codes and examples.</param>
internal sealed partial record HelpText(string Summary, string Details)
{
    public static HelpText Root { get; } =
        new(
            "Typed W&B Launch docker queues: check, render and run them.",
            """
            Examples:
              launch validate queues/*.yaml
              launch render queue.yaml --image pytorch/pytorch -- python train.py
              launch run queue.yaml --image pytorch/pytorch -- python train.py
            """
        );

    public static HelpText Validate { get; } =
        new(
            "Check queue, agent and job files; every problem is reported at once.",
            """
            Exit code:
              0 no errors, 1 errors

            Examples:
              launch validate queue.yaml
              launch validate launch-config.yaml queues/*.yaml --format github
              launch validate my-project
              launch validate queue.yaml --fix
              cat queue.json | launch validate -
            """
        );

    public static HelpText Rules { get; } =
        new(
            "List the rules that files and C# are checked with.",
            """
            Exit code:
              0 listed

            Examples:
              launch rules
              launch rules --format json
              launch rules --format md
            """
        );

    public static HelpText Init { get; } =
        new(
            "Write a first queue, an agent's configuration, and what an editor needs to check them. Nothing is overwritten.",
            """
            Exit code:
              0 written
              1 a queue or agent file is there already, or a file cannot be written

            Examples:
              launch init
              launch init my-project
            """
        );

    public static HelpText Render { get; } =
        new(
            "Show the docker run that a queue gives, or the request that the engine would get. Nothing is run.",
            """
            Container's command:
              Everything behind --, as it stands; without it the image's own.

            Exit code:
              0 rendered, 1 problems (on stderr, nothing on stdout)

            Examples:
              launch render queue.yaml --image busybox -- echo hello
              launch render queue.yaml --image busybox --override job.yaml --format argv
              launch render queue.yaml --image busybox --set-var memory=16g --format engine --api-version 1.41
            """
        );

    public static HelpText Explain { get; } =
        new(
            "Tell for each option of the docker run which file and line set it.",
            """
            Container's command:
              Everything behind --, as it stands; without it the image's own.

            Exit code:
              0 explained, 1 problems (on stderr, nothing on stdout)

            Examples:
              launch explain queue.yaml --image busybox --override job.yaml
            """
        );

    public static HelpText Build { get; } =
        new(
            "Build the image of a job's source, unless the engine or the registry has it; its name is printed on stdout.",
            """
            Exit code:
              0 the image is there, 1 the source or a file has problems, 125 the build, a push or the engine failed

            Examples:
              launch build ./train --entry-point 'python train.py'
              launch build https://github.com/team/train.git#v1.4:jobs --entry-point 'python train.py' --queue gpu.yaml
              launch build ./train --config launch-config.yaml --push
              launch build ./train --entry-point 'python train.py' --print-dockerfile
            """
        );

    public static HelpText Run { get; } =
        new(
            "Run a queue's container through the Docker Engine API and wait for its end.",
            """
            Two forms:
              launch run FILE --image IMAGE    runs an image in the queue of FILE
              launch run SOURCE --queue FILE   builds the source's image where it is not there yet, with the queue's base image, then runs it

            Container's command:
              Everything behind --, as it stands; without it the image's own. A built image's entry point stands before it.

            Exit code:
              the container's; 124 when --timeout stopped it, 125 when LaunchSdk or the engine failed, 126 and 127 as docker run

            Examples:
              launch run queue.yaml --image busybox -- echo hello
              launch run ./train --queue gpu.yaml --entry-point 'python train.py' -- --epochs 3
              DOCKER_HOST=ssh://me@workstation launch run queue.yaml --image pytorch/pytorch -- python train.py
            """
        );

    public static HelpText Ps { get; } =
        new(
            "List LaunchSdk's containers, ended ones too.",
            """
            Exit code:
              0 done, 125 when the engine failed or has no such container of LaunchSdk's

            Examples:
              launch ps
              launch ps --format json
            """
        );

    public static HelpText Logs { get; } =
        new(
            "Print what a job or a container has written.",
            """
            A job's output comes from its container, from the log of an agent on this machine, or is the last lines that its agent reported.
            What the build of its image wrote on this machine comes first, on the error output.
            On a terminal a job's output has text and colors only; --raw prints every byte.

            Exit code:
              0 done, 125 when there is no such job or container of LaunchSdk's, or the engine failed

            Examples:
              launch logs --follow 0a1b2c3d4e5f
              launch logs --follow --tail 100 my-job
            """
        );

    public static HelpText Attach { get; } =
        new(
            "Follow a container from the beginning of its output to its end; standard input and signals go to it.",
            """
            Exit code:
              the container's; 125 when the engine failed or has no such container of LaunchSdk's

            Examples:
              launch attach my-job
            """
        );

    public static HelpText Stop { get; } =
        new(
            "Stop containers: stop signal, stop timeout, kill.",
            """
            Exit code:
              0 done, 125 when the engine failed or has no such container of LaunchSdk's

            Examples:
              launch stop my-job
              launch stop --timeout 1m 0123456789ab
            """
        );

    public static HelpText Rm { get; } =
        new(
            "Remove containers with their anonymous volumes.",
            """
            Exit code:
              0 done, 125 when the engine failed or has no such container of LaunchSdk's

            Examples:
              launch rm my-job
              launch rm --force my-job
            """
        );

    public static HelpText Prune { get; } =
        new(
            "Remove LaunchSdk's ended containers; never one of anybody else's.",
            """
            Exit code:
              0 done, 125 when the engine failed or has no such container of LaunchSdk's

            Examples:
              launch prune
              launch prune --older-than 24h --orphans
            """
        );

    public static HelpText Doctor { get; } =
        new(
            "Look over what runs need: docker's and the agent's configuration, credentials, the engine, its version, GPUs, disk.",
            """
            Exit code:
              0 runs will work, 1 a check failed (the line below it says what to do)

            Examples:
              launch doctor
              launch doctor --format json
            """
        );
}

namespace LaunchSdk.Cli;

/// <content>The commands of queues, jobs and the agent.</content>
internal sealed partial record HelpText
{
    private const string BackendCodes = """
        Exit code:
          0 done, 1 what was asked cannot be, 125 the backend does not answer or denies
        """;

    public static HelpText Queue { get; } =
        new(
            "Create, change, list, show and delete queues.",
            """
            Where the queues are:
              --backend local     a file in your data folder; the default
              --backend postgres  the server of LAUNCHSDK_POSTGRES, such as Host=db;Username=launch;Database=launch
              --backend wandb     W&B, with WANDB_API_KEY, WANDB_ENTITY and WANDB_BASE_URL

            Examples:
              launch queue create queue.yaml
              launch queue list
            """
        );

    public static HelpText QueueCreate { get; } =
        new(
            "Create a queue.",
            BackendCodes
                + """


                Examples:
                  launch queue create gpu-workstation.yaml
                  launch queue create --name small --config '{"memory": "2g", "rm": true}' --prioritization v0
                  launch queue create queue.yaml --backend wandb --entity my-team
                """
        );

    public static HelpText QueueUpdate { get; } =
        new(
            "Replace a queue's definition. Jobs that wait run with the new one.",
            BackendCodes
                + """


                Examples:
                  launch queue update gpu-workstation.yaml
                """
        );

    public static HelpText QueueList { get; } =
        new(
            "List queues with how many jobs wait and run.",
            BackendCodes
                + """


                Examples:
                  launch queue list
                  launch queue list --format json
                """
        );

    public static HelpText QueueShow { get; } =
        new(
            "Print a queue's definition, as a queue file.",
            BackendCodes
                + """


                Examples:
                  launch queue show gpu-workstation > gpu-workstation.yaml
                """
        );

    public static HelpText QueueDelete { get; } =
        new(
            "Delete queues that have no jobs waiting or running, with their ended jobs.",
            BackendCodes
                + """


                Examples:
                  launch queue delete gpu-workstation
                """
        );

    public static HelpText Submit { get; } =
        new(
            "Put a job on a queue.",
            """
            The program's arguments:
              Everything behind --, as it stands, after those of --args.

            Exit code:
              0 submitted; with --wait the container's; 125 when nothing was submitted, or the job ended without a container's code; 130 when Ctrl-C ended the wait (the job goes on)

            Examples:
              launch submit --image pytorch/pytorch --queue gpu-workstation --entry-point python train.py -- --epochs 10
              launch submit --job job.yaml --queue gpu-workstation --set-var memory=16g --priority high --wait
            """
        );

    public static HelpText Jobs { get; } =
        new(
            "List jobs, the newest first.",
            BackendCodes
                + """


                Examples:
                  launch jobs
                  launch jobs --queue gpu-workstation --state running --format json
                """
        );

    public static HelpText Cancel { get; } =
        new(
            "Ask for the end of jobs: one that waits never starts, one that runs is stopped by its agent.",
            """
            An agent that does not come back:
              With --force the job ends at once, without its agent. Its container may still run: the agent stops and removes it should it come back.

            """
                + BackendCodes
                + """


                Examples:
                  launch cancel 0a1b2c3d
                  launch cancel --force 0a1b2c3d
                """
        );

    public static HelpText Requeue { get; } =
        new(
            "Put jobs back whose agent does not come back: another agent runs them, from their beginning.",
            """
            What of the container:
              It may still run where the agent was, so both may work on the same files for a while. The agent stops and removes it when it is back.
              A job whose agent is not silent (launch jobs says so) is put back with --force only; that agent stops its container at once.

            """
                + BackendCodes
                + """


                Examples:
                  launch jobs --state running
                  launch requeue 0a1b2c3d
                """
        );

    public static HelpText Agent { get; } =
        new(
            "Take jobs from queues and run their containers.",
            """
            Signals:
              Ctrl-C or SIGTERM   takes no more jobs, ends after the last; a second one stops the jobs; a third lets go of them
              SIGHUP              lets go: ends at once, the containers go on, and the next agent of this name takes them over

            Exit code:
              0 ended as asked, 1 the settings have errors, 125 the agent cannot work

            Examples:
              launch agent --queue gpu-workstation
              launch agent -q gpu-workstation -q small -j 4 --log-file agent.log
              launch agent --print-config
              launch agent -q small --once
            """
        );

    public static HelpText AgentInstall { get; } =
        new(
            "Write a systemd unit that runs the agent with these options. Stopping the unit lets jobs go on.",
            """
            Exit code:
              0 written, 1 not

            Examples:
              sudo launch agent install -q gpu-workstation -j 2
              launch agent install --user -q small --backend postgres
            """
        );
}

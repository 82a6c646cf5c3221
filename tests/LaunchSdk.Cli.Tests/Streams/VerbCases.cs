using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Streams;

/// <summary>A call of each command that the tool has. Each writes to standard output, unless it says otherwise.</summary>
internal static class VerbCases
{
    private const string Image = TestEngine.BusyboxImage;

    public static IReadOnlyDictionary<string, VerbCase> All { get; } =
        new Dictionary<string, VerbCase>(StringComparer.Ordinal)
        {
            ["init"] = new("init", "project"),
            ["validate"] = new("validate", "-")
            {
                Input = "memroy: 1g",
                Code = 1,
                EmptyCode = 1,
                UnreadableCode = 1,
            },
            ["render"] = new("render", "-", "--image", "busybox")
            {
                Input = "rm: true",
                EmptyCode = 1,
                UnreadableCode = 1,
            },
            ["explain"] = new("explain", "-", "--image", "busybox")
            {
                Input = "rm: true",
                EmptyCode = 1,
                UnreadableCode = 1,
            },
            ["build"] = new("build", "./train", "--entry-point", "python train.py", "--print-dockerfile"),
            ["run"] = new("run", "queue.yaml", "--image", Image, "-i", "--", "sh", "-c", "cat; echo ok")
            {
                NeedsEngine = true,
                Input = "from here",
            },
            ["rules"] = new("rules"),
            ["ps"] = new("ps") { NeedsEngine = true },
            ["logs"] = OfContainer(["logs"], "echo", "ok"),
            ["attach"] = OfContainer(["attach"], "sh", "-c", "echo ok; sleep 1"),
            ["stop"] = OfContainer(["stop"], "sleep", "600"),
            ["rm"] = OfContainer(["rm", "--force"], "sleep", "600"),
            // Those that have ended on this engine belong to other tests.
            ["prune"] = new("prune", "--older-than", "9999h") { NeedsEngine = true, IsSilent = true },
            ["doctor"] = new("doctor") { NeedsEngine = true },
            ["submit"] = OnQueue("submit", "--image", "busybox", "--queue", "q"),
            ["jobs"] = new("jobs"),
            ["cancel"] = OfJob("cancel"),
            ["requeue"] = OfSilentJob(),
            ["queue create"] = new("queue", "create", "-", "--name", "q")
            {
                Input = "rm: true",
                EmptyCode = 1,
                UnreadableCode = 1,
            },
            ["queue update"] = OnQueue("queue", "update", "queue.yaml", "--name", "q"),
            ["queue list"] = new("queue", "list"),
            ["queue show"] = OnQueue("queue", "show", "q"),
            ["queue delete"] = OnQueue("queue", "delete", "q"),
            ["agent"] = OnQueue("agent", "--queue", "q", "--once", "--name", $"streams-{Guid.NewGuid():n}") with
            {
                NeedsEngine = true,
                SurvivesFullDisk = true,
            },
            ["agent install"] = new("agent", "install", "--user", "--queue", "q"),
        };

    private static VerbCase OnQueue(params string[] arguments) =>
        new(async tool =>
        {
            await tool.PrepareAsync("queue", "create", "queue.yaml", "--name", "q");
            return arguments;
        });

    private static VerbCase OfJob(params string[] arguments) => new(async tool => [.. arguments, await SubmitAsync(tool)]);

    private static VerbCase OfContainer(string[] arguments, params string[] command) =>
        new(async tool => [.. arguments, await tool.StartContainerAsync(command)]) { NeedsEngine = true };

    private static VerbCase OfSilentJob() =>
        new(async tool =>
        {
            var job = await SubmitAsync(tool);
            await tool.TakeAsync("q");
            return ["requeue", "--force", job];
        });

    private static async Task<string> SubmitAsync(StreamTool tool)
    {
        await tool.PrepareAsync("queue", "create", "queue.yaml", "--name", "q");
        return await tool.PrepareAsync("submit", "--image", "busybox", "--queue", "q");
    }
}

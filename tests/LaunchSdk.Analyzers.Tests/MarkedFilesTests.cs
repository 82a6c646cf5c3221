using LaunchSdk.Analyzers.Tests.Running;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Analyzers.Tests;

/// <summary>Every rule about files, with exact spans, in each kind of file that can break it.</summary>
public sealed class MarkedFilesTests
{
    private static readonly string[] Places = ["queue.yaml", "queue.json", "agent.yaml", "job.yaml"];

    // Rules that no file of a project breaks: they need an engine, the files that options name, an image, or code.
    private static readonly ProblemRule[] BeyondFiles =
    [
        NotSupportedByEngine.Rule,
        FileNotUsable.Rule,
        InvalidImage.Rule,
        IgnoredResult.Rule,
    ];

    // Where a rule cannot be broken, and why. What is missing here needs a marked project.
    private static readonly (string Reason, string Place, ProblemRule[] Rules)[] Exceptions =
    [
        ("JSON has one reading", "queue.json", [AmbiguousScalar.Rule]),
        ("destinations and served queues are the agent's", "queue.yaml", [UnknownRegistry.Rule, UndefinedQueue.Rule]),
        ("destinations and served queues are the agent's", "queue.json", [UnknownRegistry.Rule, UndefinedQueue.Rule]),
        (
            "an agent's configuration has no docker options, template variables or name of its own",
            "agent.yaml",
            [
                UnknownVariable.Rule,
                InvalidVariable.Rule,
                RefusedByEngine.Rule,
                RepeatedOption.Rule,
                FixedName.Rule,
                VolumeInEnvironment.Rule,
                SecretInClear.Rule,
                UnquotedGpuDevices.Rule,
                AddressWithoutNetwork.Rule,
                FixedNameOfManyJobs.Rule,
                DuplicateQueue.Rule,
            ]
        ),
        ("no two keys of an agent's configuration exclude each other", "agent.yaml", [Conflict.Rule]),
        (
            "a job declares no variables, no destination, no queue and becomes no member",
            "job.yaml",
            [
                UnknownVariable.Rule,
                InvalidVariable.Rule,
                UnknownRegistry.Rule,
                UndefinedQueue.Rule,
                FixedNameOfManyJobs.Rule,
                DuplicateQueue.Rule,
                NameNotAnIdentifier.Rule,
                NameClash.Rule,
            ]
        ),
    ];

    public static TheoryData<MarkedProject> Projects => [.. MarkedProject.All()];

    [Theory]
    [MemberData(nameof(Projects))]
    public Task A_projects_files_have_the_diagnostics_that_are_marked(MarkedProject project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return new MarkedFilesTest(project.Files).RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Every_rule_is_marked_in_every_kind_of_file_that_can_break_it()
    {
        var wanted = ProblemRules
            .All.Except(BeyondFiles)
            .SelectMany(rule =>
                Places
                    .Where(place => !Exceptions.Any(exception => exception.Place == place && exception.Rules.Contains(rule)))
                    .Select(place => $"{rule.Id} in {place}")
            );
        var marked = MarkedProject
            .All()
            .SelectMany(project =>
                project
                    .Files.Where(file => file.Text.Contains($"{{|{project.Id}:", StringComparison.Ordinal))
                    .Select(file => $"{project.Id} in {PlaceOf(file.Path)}")
            )
            .Distinct()
            .Where(place => Places.Contains(place[(place.LastIndexOf(' ') + 1)..]));

        Assert.Equal(wanted.Order(StringComparer.Ordinal), marked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_mark_with_another_span_fails()
    {
        var test = new MarkedFilesTest([("queue.yaml", "{|LSDK0003:memro|}y: 1g\n")]);

        await Assert.ThrowsAnyAsync<Exception>(() => test.RunAsync(TestContext.Current.CancellationToken));
    }

    private static string PlaceOf(string path) => MarkedProject.KindOf(path) + Path.GetExtension(path);
}

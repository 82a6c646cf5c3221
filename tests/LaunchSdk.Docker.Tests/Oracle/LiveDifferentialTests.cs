using System.Collections.Concurrent;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LaunchSdk.Docker.Translation;
using LaunchSdk.Options;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>
/// Random configurations go to the docker commands of this machine and to LaunchSdk: both send the same request, or both refuse.
/// Older commands may differ in what <see cref="VersionDifferences"/> lists.
/// LAUNCHSDK_ORACLE_RUNS is the number of configurations (a ninth of it more for each area, a thirtieth for each option),
/// LAUNCHSDK_ORACLE_SEED the seed.
/// What differs is left in artifacts/oracle/found.jsonl in the form of the recordings.
/// </summary>
[Trait("Category", "Slow")]
public sealed class LiveDifferentialTests(OracleWorkspace workspace) : IClassFixture<OracleWorkspace>
{
    private const string Reason = DockerCommand.SkipReason;
    private const int MostReported = 60;

    private static readonly int Runs = Setting("LAUNCHSDK_ORACLE_RUNS", 150);
    private static readonly ulong Seed = (ulong)Setting("LAUNCHSDK_ORACLE_SEED", 28_2_2);

    /// <summary>The versions of the docker commands that are there.</summary>
    public static TheoryData<string> Versions { get; } = [.. DockerCommand.All.Select(command => command.Version)];

    [Theory(Skip = Reason, SkipType = typeof(DockerCommand), SkipUnless = nameof(DockerCommand.IsThere), SkipTestWithoutData = true)]
    [MemberData(nameof(Versions))]
    public async Task Random_configurations_mean_what_docker_means(string version) =>
        await CompareAsync(version, Sample(CaseGenerator.Cases, Runs, Seed));

    [Theory(Skip = Reason, SkipType = typeof(DockerCommand), SkipUnless = nameof(DockerCommand.IsThere), SkipTestWithoutData = true)]
    [MemberData(nameof(Versions))]
    public async Task Each_option_alone_means_what_docker_means(string version) =>
        await CompareAsync(
            version,
            DockerOptions
                .All.Where(option => option.Arity != OptionArity.Flag)
                .SelectMany((option, index) => Sample(CaseGenerator.CasesOf(option), Math.Max(2, Runs / 30), Seed + (ulong)index))
        );

    [Theory(Skip = Reason, SkipType = typeof(DockerCommand), SkipUnless = nameof(DockerCommand.IsThere), SkipTestWithoutData = true)]
    [MemberData(nameof(Versions))]
    public async Task Options_of_one_area_together_mean_what_docker_means(string version) =>
        await CompareAsync(
            version,
            CreateRequestTranslator.Areas.SelectMany(
                (area, index) => Sample(CaseGenerator.CasesOf(area), Math.Max(2, Runs / 9), Seed + (ulong)index)
            )
        );

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : usual;

    private static OracleCase[] Sample(Gen<OracleCase> cases, int count, ulong seed) =>
        cases.Sample(count, new Rnd(seed, (seed * 2) + 1), 50);

    private async Task CompareAsync(string version, IEnumerable<OracleCase> cases)
    {
        var oracle = new DifferentialOracle(workspace, DockerCommand.All.Single(command => command.Version == version));
        var found = new ConcurrentQueue<OracleDifference>();
        await Parallel.ForEachAsync(
            cases,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount) },
            async (given, _) =>
            {
                if (await oracle.CompareAsync(given) is { } difference)
                {
                    found.Enqueue(difference);
                }
            }
        );

        var (accepted, compared) = oracle.Count;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{compared} configurations compared with docker {version} and seed {Seed}, {accepted} of them taken by both."
        );
        Assert.InRange(accepted, compared / 5, compared);
        var smallest = new Dictionary<string, OracleDifference>(StringComparer.Ordinal);
        foreach (var difference in found.Take(MostReported))
        {
            if (await ShrinkAsync(oracle, difference) is { } shrunk)
            {
                smallest.TryAdd(shrunk.Case.ToString(), shrunk);
            }
        }

        await KeepAsync([.. smallest.Values]);
        Assert.True(smallest.Count == 0, $"{found.Count} differences with seed {Seed}:\n{string.Join("\n", smallest.Values)}");
    }

    /// <summary>The smallest configuration that differs in the same way; null when a second look finds no difference.</summary>
    private static async Task<OracleDifference?> ShrinkAsync(DifferentialOracle oracle, OracleDifference found)
    {
        if (await oracle.CompareAsync(found.Case) is not { } smallest)
        {
            return null;
        }

        var isSmaller = true;
        while (isSmaller)
        {
            isSmaller = false;
            foreach (var candidate in CaseShrinker.Shrink(smallest.Case))
            {
                if (await oracle.CompareAsync(candidate) is { } difference && difference.Kind == found.Kind)
                {
                    smallest = difference;
                    isSmaller = true;
                    break;
                }
            }
        }

        return smallest;
    }

    // The records of what differs, to keep below tests/Fixtures/found once it is mended.
    private async Task KeepAsync(OracleDifference[] differences)
    {
        if (differences.Length == 0)
        {
            return;
        }

        var folder = Directory.CreateDirectory(Repository.Combine("artifacts", "oracle")).FullName;
        var lines = differences.Select(
            (difference, index) => difference.ToRecord(string.Create(CultureInfo.InvariantCulture, $"found-{Seed}-{index}"), workspace)
        );
        await File.AppendAllLinesAsync(Path.Combine(folder, "found.jsonl"), lines);
    }
}

using LaunchSdk.SchemaGenerator.Tests.Running;

namespace LaunchSdk.SchemaGenerator.Tests;

/// <summary>The readable copy of the generated code.</summary>
public class SnapshotTests
{
    [Fact]
    public void The_small_schemas_give_what_was_read() => Match("Small", GeneratorRun.Of("model", Schemas.Queue(), Schemas.Document()));

    [Fact]
    public void The_schemas_of_the_repository_give_what_was_read() => Match("Real", GeneratorRun.Of("model", Schemas.Real()));

    private static void Match(string folder, GeneratorRun run)
    {
        foreach (var (name, text) in run.Files)
        {
            Snapshot.Match(Path.Combine(folder, name + ".txt"), text);
        }

        var kept = Directory
            .EnumerateFiles(RepositoryFiles.PathOf($"tests/LaunchSdk.SchemaGenerator.Tests/Snapshots/{folder}"))
            .Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(run.Files.Keys.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }
}

using System.IO.Compression;
using LaunchSdk.Testing;

namespace LaunchSdk.Package.Tests;

[Trait("Category", "Slow")]
public sealed class PackageTests(BuiltProjects built) : IClassFixture<BuiltProjects>
{
    [Fact]
    public void The_package_has_these_entries()
    {
        using var package = ZipFile.OpenRead(built.Library.Package);

        Snapshot.Match(
            string.Join(
                "\n",
                package
                    .Entries.Select(entry => entry.FullName)
                    .Where(name =>
                        !name.StartsWith("_rels/", StringComparison.Ordinal)
                        && !name.StartsWith("package/", StringComparison.Ordinal)
                        && name != "[Content_Types].xml"
                    )
                    .Order(StringComparer.Ordinal)
            )
        );
    }

    [Fact]
    public void The_package_has_the_schemas_as_they_are()
    {
        using var package = ZipFile.OpenRead(built.Library.Package);

        Assert.All(
            Directory.GetFiles(Repository.Combine("schemas"), "*.schema.json"),
            schema =>
            {
                using var packed = new StreamReader(package.GetEntry("schemas/" + Path.GetFileName(schema))!.Open());
                Assert.Equal(File.ReadAllText(schema), packed.ReadToEnd());
            }
        );
    }

    [Fact]
    public async Task Files_of_a_project_become_members_that_run()
    {
        Assert.Empty(built.Problems("good"));
        Assert.Equal("16g\n1\n3", await built.Good.RunAsync());
    }

    [Fact]
    public void Mistakes_in_files_and_code_are_the_builds_only_lines_with_their_places() =>
        Snapshot.Match(string.Join("\n", built.Problems("broken")));

    [Fact]
    public void Severities_follow_the_projects_own_settings()
    {
        Assert.Equal(["configured/queues/gpu.yaml(2,7): warning LSDK0201"], built.Problems("configured").Select(PlaceAndId));
        Assert.Equal(["strict/queues/gpu.yaml(1,7): error LSDK0204"], built.Problems("strict").Select(PlaceAndId));
        Assert.Equal(["partly-strict/queues/gpu.yaml(1,7): warning LSDK0204"], built.Problems("partly-strict").Select(PlaceAndId));
        Assert.Empty(built.Problems("lenient"));
    }

    [Fact]
    public void Default_items_can_be_turned_off_and_others_listed() =>
        Assert.Equal(["no-defaults/own/gpu.yaml(1,1): error LSDK0003"], built.Problems("no-defaults").Select(PlaceAndId));

    [Fact]
    public void A_project_that_has_the_package_through_another_is_checked_too() =>
        Assert.Equal(["transitive/queues/broken.yaml(1,9): error LSDK0005"], built.Problems("transitive").Select(PlaceAndId));

    [Fact]
    public void A_project_may_be_named_as_no_namespace_is_and_use_an_older_language() => Assert.Empty(built.Problems("my-app"));

    [Fact]
    public void Members_may_have_a_namespace_of_their_own_and_an_agents_file_is_no_queue_wherever_it_lies() =>
        Assert.Empty(built.Problems("named"));

    [Fact]
    public async Task An_edited_queue_file_is_compiled_again_and_an_unchanged_project_is_not()
    {
        var project = built.Edited;

        var unchanged = await project.BuildAgainAsync();
        project.Write("queues/gpu-workstation.yaml", "gpus: all\nmemory: 32g\n").Write("queues/new.json", "{ \"cpus\": 2 }");
        var edited = await project.BuildAgainAsync();
        var printed = await project.RunAsync();
        project.Write("queues/new.json", "{ \"cpuss\": 2 }");
        var broken = await project.BuildAgainAsync();

        Assert.Equal((0, false), (unchanged.Problems.Count, unchanged.HasCompiled));
        Assert.Equal((0, true, "32g\n2\n3"), (edited.Problems.Count, edited.HasCompiled, printed));
        Assert.Equal(["edited/queues/new.json(1,3): error LSDK0003"], broken.Problems.Select(PlaceAndId));
    }

    private static string PlaceAndId(string line) => line[..line.IndexOf(':', line.IndexOf("LSDK", StringComparison.Ordinal))];
}

using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Contexts;

/// <summary>Sources that try to read this machine, to hold the build, or to lose files of the context without a word.</summary>
public sealed class HostileSourceTests
{
    private static readonly Dockerfile Generated = Dockerfile.Parse("FROM scratch\nCOPY . /\n", DockerfileOrigin.Generated);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ignore_file_that_links_to_this_machine_is_refused_although_another_one_counts()
    {
        using var outside = new SourceTree(("key", "hidden"));
        using var tree = new SourceTree(("a", "1"), (BuildContext.GeneratedDockerfileName + ".dockerignore", ""));
        tree.Link(".dockerignore", outside.Combine("key"));

        var error = await Assert.ThrowsAsync<BuildInputException>(() => OpenAsync(tree));

        Assert.Contains("leads out of the source", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ignore_file_that_links_to_nothing_is_as_if_it_were_empty()
    {
        using var tree = new SourceTree(("a", "1"));
        tree.Link(".dockerignore", "nothing");

        var context = await OpenAsync(tree);

        Assert.Contains(context.Entries, static entry => entry.Path == "a");
    }

    [Fact]
    public async Task A_pipe_in_the_place_of_a_file_is_refused_and_not_waited_for()
    {
        using var tree = new SourceTree();
        await HostProcess.RunAsync("mkfifo", tree.Combine("requirements.txt"));

        var reading = Task.Run(
            () => JobDockerfile.Choose(tree.Root, new JobImageOptions { EntryPoint = ["python", "a.py"] }, BuilderFlavor.Classic),
            Token
        );
        var error = await Assert.ThrowsAsync<BuildInputException>(() => reading.WaitAsync(TimeSpan.FromSeconds(30), Token));

        Assert.Contains("no regular file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_looked_at_is_told_and_not_left_out()
    {
        using var tree = new SourceTree(("a", "1"));
        var deep = string.Join('/', Enumerable.Repeat(new string('d', 250), 16));
        await HostProcess.RunAsync(
            "sh",
            "-c",
            $"mkdir -p '{tree.Root}/{deep}' && cd '{tree.Root}/{deep}' && : > {new string('f', 250)} && ln -s x {new string('g', 250)}"
        );

        try
        {
            var error = await Assert.ThrowsAsync<BuildInputException>(() => OpenAsync(tree));

            Assert.Equal(2, error.Problems.Count);
            Assert.Contains("cannot be looked at", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            await HostProcess.RunAsync("rm", "-rf", $"{tree.Root}/{new string('d', 250)}");
        }
    }

    [Fact]
    public async Task A_name_that_is_not_UTF8_can_be_ignored_as_its_message_says()
    {
        using var tree = new SourceTree(("a", "1"));
        await HostProcess.RunAsync("sh", "-c", $"cd '{tree.Root}' && : > \"$(printf 'b\\377d')\"");

        await Assert.ThrowsAsync<BuildInputException>(() => OpenAsync(tree));
        tree.Write(".dockerignore", "b?d\n");

        Assert.Contains((await OpenAsync(tree)).Entries, static entry => entry.Path == "a");
        await HostProcess.RunAsync("sh", "-c", $"rm '{tree.Root}'/b*");
    }

    [Fact]
    public void Variables_that_stand_in_each_other_without_end_are_refused()
    {
        const int Depth = 1000;
        var text = $"FROM {string.Concat(Enumerable.Repeat("${A:-", Depth))}x{new string('}', Depth)}\n";

        var error = Assert.Throws<BuildInputException>(() => Dockerfile.Parse(text, DockerfileOrigin.Job, "Dockerfile").GetBaseImages());

        Assert.Contains("deep", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directive_with_a_million_spaces_is_read_at_once()
    {
        var file = Dockerfile.Parse(
            $"# syntax=docker/dockerfile{new string(' ', 1_000_000)}x\nFROM a\n",
            DockerfileOrigin.Job,
            "Dockerfile"
        );

        Assert.Equal("docker/dockerfile", file.Syntax);
    }

    [Fact]
    public void Arrays_that_stand_in_each_other_without_end_are_no_project_file()
    {
        using var tree = new SourceTree(("pyproject.toml", $"a = {new string('[', 500_000)}"));

        var error = Assert.Throws<BuildInputException>(() =>
            JobDockerfile.Choose(tree.Root, new JobImageOptions { EntryPoint = ["python", "a.py"] }, BuilderFlavor.Classic)
        );

        Assert.Contains("pyproject.toml", error.Message, StringComparison.Ordinal);
    }

    private static Task<BuildContext> OpenAsync(SourceTree tree) =>
        BuildContext.OpenAsync(tree.Root, new BuildContextOptions { Dockerfile = Generated }, Token);
}

using System.Net.Http.Headers;
using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Contexts;

/// <summary>A real engine's classic builder takes the tar, and shows what a <c>COPY</c> sees of it.</summary>
public sealed class EngineContextTests
{
    private const string List = "RUN find . | sort | while read f; do echo \"seen $f $(stat -c %a \"$f\") $(readlink \"$f\")\"; done\n";

    [EngineFact]
    public async Task A_copy_sees_the_source_and_neither_the_generated_dockerfile_nor_ignored_files()
    {
        using var tree = new SourceTree(
            ("a b.py", "1"),
            ("secret.log", "1"),
            ("lib/é.py", new string('x', 700_000)),
            (".dockerignore", "*.log\n.dockerignore\n")
        );
        tree.Link("lib/link", "../a b.py");
        SourceTree.SetMode(tree.Combine("a b.py"), (UnixFileMode)0b111_101_000);

        var seen = await BuildAsync(tree, DockerfileOrigin.Generated, null);

        Assert.Equal(["a b.py 750", "lib 755", "lib/link 777 ../a b.py", "lib/é.py 644"], seen);
    }

    [EngineFact]
    public async Task A_dockerfile_that_is_ignored_builds_and_is_not_copied()
    {
        using var tree = new SourceTree(("docker/Dockerfile.train", Text), (".dockerignore", "docker\n.dockerignore\n"), ("a.py", "1"));

        Assert.Equal(
            ["a.py 644"],
            (await BuildAsync(tree, DockerfileOrigin.Job, "docker/Dockerfile.train")).Where(static line =>
                !line.StartsWith("docker 755", StringComparison.Ordinal)
            )
        );
    }

    private static string Text => $"FROM {TestEngine.BusyboxImage}\nWORKDIR /seen\nCOPY . .\n{List}";

    private static async Task<IReadOnlyList<string>> BuildAsync(SourceTree tree, DockerfileOrigin origin, string? path)
    {
        var engine = await TestEngine.RequireAsync();
        var context = await BuildContext.OpenAsync(
            tree.Root,
            new BuildContextOptions { Dockerfile = Dockerfile.Parse(Text, origin, path) },
            TestContext.Current.CancellationToken
        );
        using var tar = new MemoryStream();
        await context.WriteToAsync(tar, TestContext.Current.CancellationToken);
        using var client = EngineAddress.CreateClient(engine.Host);
        using var content = new ByteArrayContent(tar.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-tar");
        using var response = await client.PostAsync(
            new Uri($"build?dockerfile={Uri.EscapeDataString(context.DockerfileName)}&nocache=1&forcerm=1", UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        Assert.DoesNotContain(lines, static line => line.Contains("errorDetail", StringComparison.Ordinal));
        var output = string.Concat(lines.Select(static line => (string?)System.Text.Json.Nodes.JsonNode.Parse(line)?["stream"]));
        return
        [
            .. output
                .Split('\n')
                .Where(static line => line.StartsWith("seen ./", StringComparison.Ordinal))
                .Select(static line => line["seen ./".Length..].TrimEnd()),
        ];
    }
}

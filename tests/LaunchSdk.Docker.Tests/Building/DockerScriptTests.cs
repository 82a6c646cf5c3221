using System.Globalization;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>Docker commands that misbehave: scripts in the place of the one that builds with BuildKit.</summary>
public sealed class DockerScriptTests : IDisposable
{
    private const string Secret = "s3cret-of-the-build";

    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-docker-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Marker => Path.Combine(_folder, "pid");

    [EngineFact]
    public async Task A_context_that_breaks_off_ends_the_builder_before_it_could_take_the_part_for_the_whole()
    {
        await using var bench = await BuilderBench.CreateAsync();
        var command = Write(
            """echo $$ > "$PIDFILE.new"; mv "$PIDFILE.new" "$PIDFILE"; gzip -d 2> "$PIDFILE.broken" && : > "$PIDFILE.whole"; exec sleep 600"""
        );
        var whole = TarContext.Of(("Dockerfile", "FROM scratch\n"));
        var order = bench.Order("FROM scratch\n") with
        {
            BuildArguments = new Dictionary<string, string> { ["PIDFILE"] = Marker },
            WriteContextAsync = async (stream, token) =>
            {
                await whole(stream, token);
                SpinWait.SpinUntil(() => File.Exists(Marker), TimeSpan.FromSeconds(30));
                throw new BuildInputException("a file changed");
            },
        };

        await Assert.ThrowsAsync<BuildInputException>(() => new BuildKitBuilder(bench.Engine, command).BuildAsync(order, Token));

        Assert.False(
            Directory.Exists($"/proc/{int.Parse((await File.ReadAllTextAsync(Marker, Token)).Trim(), CultureInfo.InvariantCulture)}")
        );
        Assert.False(File.Exists(Marker + ".whole"));
    }

    [EngineFact]
    public async Task No_message_and_no_error_shows_a_secret_build_argument()
    {
        await using var bench = await BuilderBench.CreateAsync();
        var command = Write(
            """
            cat > /dev/null
            printf '#1 [internal] load %s\n#5 [1/1] RUN echo %s\n#5 0.1 it is %s\n#5 ERROR: %s is wrong\nERROR: failed to solve: %s is wrong\n' "$API_TOKEN" "$API_TOKEN" "$API_TOKEN" "$API_TOKEN" "$API_TOKEN" >&2
            exit 1
            """
        );
        var order = bench.Order("FROM scratch\n") with { BuildArguments = new Dictionary<string, string> { ["API_TOKEN"] = Secret } };

        var error = await Assert.ThrowsAsync<ImageBuildException>(() =>
            new BuildKitBuilder(bench.Engine, command).BuildAsync(order, Token)
        );

        Assert.Contains("*** is wrong", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error + error.FailedStep + string.Join('\n', error.LastLines), StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Messages, static message => message.Text.Contains(Secret, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        // Only where a test failed does it run still.
        if (File.Exists(Marker) && Directory.Exists($"/proc/{File.ReadAllText(Marker).Trim()}"))
        {
            System.Diagnostics.Process.GetProcessById(int.Parse(File.ReadAllText(Marker), CultureInfo.InvariantCulture)).Kill();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private BuildKitCommand Write(string script)
    {
        var path = Path.Combine(_folder, "docker");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        HostProcess.MakeExecutable(path);
        return new BuildKitCommand(path, HasBuildx: false);
    }
}

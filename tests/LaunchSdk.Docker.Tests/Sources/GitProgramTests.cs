using LaunchSdk.Docker.Sources;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Sources;

/// <summary>Git programs that misbehave: scripts in the place of git.</summary>
public sealed class GitProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lsdk-git-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_server_says_is_told_on_one_short_line_without_control_characters()
    {
        Write("""case "$*" in *fetch*) head -c 4000000 /dev/zero | tr '\0' x >&2; printf '\033[31m\nfatal: no\n' >&2; exit 128;; esac""");

        var error = await Assert.ThrowsAsync<BuildInputException>(() => FetchAsync(new GitCheckoutOptions(), Token));

        Assert.InRange(error.Message.Length, 100, 3000);
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.Contains("fatal: no", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_git_leaves_behind_does_not_hold_a_cancelled_fetch()
    {
        // It keeps the streams open, as ssh's shared connection does.
        Write("""case "$*" in *fetch*) sleep 600 & echo $! > "$0.left"; : > "$0.begun";; esac""");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var fetching = FetchAsync(new GitCheckoutOptions(), cancellation.Token);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(Path.Combine(_folder, "git.begun")), TimeSpan.FromSeconds(30)));

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching.WaitAsync(TimeSpan.FromSeconds(60), Token));
        await HostProcess.RunAsync("kill", (await File.ReadAllTextAsync(Path.Combine(_folder, "git.left"), Token)).Trim());
    }

    [Fact]
    public async Task All_commands_together_have_one_time_limit()
    {
        Write("""case "$*" in *rev-parse*) echo 0123456789012345678901234567890123456789;; esac""");
        var time = new CountedTime();

        await using var checkout = await FetchAsync(new GitCheckoutOptions { TimeProvider = time }, Token);

        Assert.Equal(1, time.Timers);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string script)
    {
        var path = Path.Combine(_folder, "git");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        HostProcess.MakeExecutable(path);
    }

    private Task<GitCheckout> FetchAsync(GitCheckoutOptions options, CancellationToken cancellationToken) =>
        GitCheckout.FetchAsync(
            GitSource.Parse("https://127.0.0.1/repo"),
            options with
            {
                Environment = name =>
                    name == "PATH" ? $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}" : Environment.GetEnvironmentVariable(name),
                TemporaryFolder = _folder,
            },
            cancellationToken
        );

    private sealed class CountedTime : TimeProvider
    {
        public int Timers { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Timers++;
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}

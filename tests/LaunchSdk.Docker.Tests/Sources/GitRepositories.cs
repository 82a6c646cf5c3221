using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Sources;

/// <summary>Repositories made by the git of this machine, for a server to give out.</summary>
public abstract class GitRepositories
{
    protected GitRepositories() => Directory.CreateDirectory(Temporary);

    /// <summary>Where checkouts are made; empty before and after each.</summary>
    public string Temporary => Path.Combine(Folder, "tmp");

    /// <summary>The folder that all repositories are in.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("lsdk-git-").FullName;

    /// <summary>The folder that a repository is written in.</summary>
    public string Work(string name) => Path.Combine(Folder, name);

    /// <summary>Makes a repository with a first commit.</summary>
    public async Task CreateAsync(string name, params (string Path, string Text)[] files)
    {
        Directory.CreateDirectory(Work(name));
        await GitAsync(name, "init", "--quiet", "--initial-branch=main");
        await CommitAsync(name, files);
    }

    /// <summary>Adds a commit.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> CommitAsync(string name, params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(Work(name), path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await File.WriteAllTextAsync(full, text);
        }

        await GitAsync(name, "add", "--all");
        await GitAsync(
            name,
            "-c",
            "user.name=Ada",
            "-c",
            "user.email=ada@example.org",
            "commit",
            "--quiet",
            "--allow-empty",
            "-m",
            "change"
        );
        return (await File.ReadAllTextAsync(Path.Combine(Work(name), ".git", "refs", "heads", "main"))).Trim();
    }

    public Task GitAsync(string name, params string[] arguments) => HostProcess.RunAsync("git", ["-C", Work(name), .. arguments]);

    // The system's own, which can name what is not UTF-8.
    protected Task DeleteAsync() => HostProcess.RunAsync("rm", "-rf", Folder);
}

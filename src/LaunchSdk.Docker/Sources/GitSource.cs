using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Sources;

/// <summary>
/// A git repository over https or ssh: <c>ADDRESS[#version[:folder]]</c>, where the version is a branch, a tag or a commit.
/// </summary>
/// <remarks>
/// An address holds no password: its text is printed, becomes a label of the image, and is an argument of git. Git's credential helpers and
/// ssh's keys log in.
/// </remarks>
public sealed class GitSource : BuildSource
{
    private GitSource(string repository, string? version, string? folder)
        : base(Compose(repository, version, folder))
    {
        Repository = repository;
        Version = version;
        Folder = folder;
    }

    /// <summary>The repository's address, without version and folder, such as <c>git@github.com:team/train.git</c>.</summary>
    public string Repository { get; }

    /// <summary>The branch, tag or commit; null for the branch that the server names as its own.</summary>
    public string? Version { get; }

    /// <summary>The folder within the repository that is the job, with <c>/</c> between its parts; null for the whole repository.</summary>
    public string? Folder { get; }

    /// <summary>Reads an address with its version and folder.</summary>
    /// <param name="text">Such as <c>https://github.com/team/train.git#main:jobs/train</c>.</param>
    /// <param name="value">The source.</param>
    /// <param name="error">Why it is none, and what to write.</param>
    /// <returns>Whether the text is a source.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out GitSource? value, [NotNullWhen(false)] out GrammarError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        var repository = hash < 0 ? text : text[..hash];
        var fragment = hash < 0 ? "" : text[(hash + 1)..];
        var colon = fragment.IndexOf(':', StringComparison.Ordinal);
        var version = colon < 0 ? fragment : fragment[..colon];
        var folder = colon < 0 ? "" : fragment[(colon + 1)..];
        error =
            SourceSyntax.Refuse(text)
            ?? GitAddress.Check(text, repository)
            ?? GitVersion.Check(text, version)
            ?? GitAddress.CheckFolder(text, folder);
        folder = folder.Trim('/');
        value = error is null ? new GitSource(repository, version.Length == 0 ? null : version, folder.Length == 0 ? null : folder) : null;
        return error is null;
    }

    /// <summary>Reads an address with its version and folder.</summary>
    /// <param name="text">The text, as for <see cref="TryParse"/>.</param>
    /// <returns>The source.</returns>
    /// <exception cref="FormatException">It is none; the message says what to write.</exception>
    public static new GitSource Parse(string text) =>
        TryParse(text, out var value, out var error) ? value : throw new FormatException(error.Message);

    /// <summary>The same repository at another version: W&amp;B's <c>git.version</c>.</summary>
    /// <param name="version">A branch, tag or commit.</param>
    /// <returns>The source at that version.</returns>
    /// <exception cref="FormatException">It is not one that git takes.</exception>
    public GitSource WithVersion(string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return (GitVersion.Check(version, version) ?? (version.Length == 0 ? GitVersion.Refuse(version, version) : null)) is { } error
            ? throw new FormatException(error.Message)
            : new GitSource(Repository, version, Folder);
    }

    private static string Compose(string repository, string? version, string? folder) =>
        version is null && folder is null ? repository : $"{repository}#{version}{(folder is null ? "" : ":" + folder)}";
}

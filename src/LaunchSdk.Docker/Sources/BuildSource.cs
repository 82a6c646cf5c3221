using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Sources;

/// <summary>
/// Where a job's code or image comes from: a <see cref="DirectorySource"/>, a <see cref="GitSource"/> or an <see cref="ImageSource"/>.
/// </summary>
/// <remarks>
/// The text decides which one it is, without a look at the disk: a path begins with <c>.</c>, <c>/</c> or a drive; a git repository is
/// <c>https://</c>, <c>ssh://</c> or <c>user@host:path</c>; everything else is an image. Other transports of git are refused.
/// </remarks>
public abstract class BuildSource
{
    private protected BuildSource(string text) => Text = text;

    /// <summary>The source as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a source.</summary>
    /// <param name="text">Such as <c>./train</c>, <c>https://github.com/team/train.git#main:jobs</c> or
    /// <c>ghcr.io/team/train:1.4</c>.</param>
    /// <param name="value">The source.</param>
    /// <param name="error">Why it is none, and what to write.</param>
    /// <returns>Whether the text is a source.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out BuildSource? value, [NotNullWhen(false)] out GrammarError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = null;
        error = SourceSyntax.Refuse(text);
        if (error is not null)
        {
            return false;
        }

        if (SourceSyntax.IsPath(text))
        {
            value = new DirectorySource(text);
            return true;
        }

        if (SourceSyntax.IsGit(text))
        {
            var isGit = GitSource.TryParse(text, out var git, out error);
            value = git;
            return isGit;
        }

        if (ImageReference.TryParse(text, out var image, out _))
        {
            value = new ImageSource(text, image);
            return true;
        }

        error = SourceSyntax.NotASource(text);
        return false;
    }

    /// <summary>Reads a source.</summary>
    /// <param name="text">The text, as for <see cref="TryParse"/>.</param>
    /// <returns>The source.</returns>
    /// <exception cref="FormatException">It is none; the message says what to write.</exception>
    public static BuildSource Parse(string text) =>
        TryParse(text, out var value, out var error) ? value : throw new FormatException(error.Message);

    /// <summary>The source as it was written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}

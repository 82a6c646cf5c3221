using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Building;

/// <summary>
/// A secret of a build, which a step of the Dockerfile reads with <c>RUN --mount=type=secret,id=...</c>. BuildKit hands it to that step
/// alone: it is in no layer, label or tag of the image.
/// </summary>
public sealed class BuildSecret
{
    private readonly string? _value;

    private BuildSecret(string id, string? path, string? variable, string? value = null)
    {
        Id = id;
        Path = path;
        Variable = variable;
        _value = value;
    }

    /// <summary>The name by which the Dockerfile asks for it.</summary>
    public string Id { get; }

    /// <summary>
    /// The file that holds it, from <see cref="JobImageRequest.WorkingDirectory"/> on; null where it comes from elsewhere. Where <see
    /// cref="Variable"/> is null too and no value was given, it is the variable called <see cref="Id"/> where that is set, else the file of
    /// that name, as with docker.
    /// </summary>
    public string? Path { get; }

    /// <summary>The environment variable that holds it; null where it comes from elsewhere.</summary>
    public string? Variable { get; }

    /// <summary>A secret that a file holds, 500 KiB at most.</summary>
    /// <param name="id">The name by which the Dockerfile asks for it.</param>
    /// <param name="path">The file; a relative path begins at <see cref="JobImageRequest.WorkingDirectory"/>.</param>
    /// <exception cref="ArgumentException">One of them is empty.</exception>
    /// <returns>The secret.</returns>
    public static BuildSecret FromFile(string id, string path) => new(NotEmpty(id), NotEmpty(path), null);

    /// <summary>A secret that an environment variable holds.</summary>
    /// <param name="id">The name by which the Dockerfile asks for it.</param>
    /// <param name="name">The variable's name.</param>
    /// <exception cref="ArgumentException">One of them is empty.</exception>
    /// <returns>The secret.</returns>
    public static BuildSecret FromVariable(string id, string name) => new(NotEmpty(id), null, NotEmpty(name));

    /// <summary>A secret that the program has at hand.</summary>
    /// <param name="id">The name by which the Dockerfile asks for it.</param>
    /// <param name="value">The secret itself, 100,000 bytes of UTF-8 at most; longer ones go into a file.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <returns>The secret.</returns>
    public static BuildSecret FromValue(string id, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(NotEmpty(id), null, null, value);
    }

    /// <summary>
    /// Reads docker's notation (<c>docker build --secret</c>): fields with commas, <c>id=NAME</c> and <c>src=PATH</c> (or <c>source=</c>)
    /// or <c>env=VARIABLE</c>. <c>type=env</c> makes <c>src</c> the name of a variable.
    /// </summary>
    /// <param name="text">Such as <c>id=pip,src=pip.conf</c> or <c>id=token,env=GITHUB_TOKEN</c>.</param>
    /// <param name="value">The secret.</param>
    /// <param name="error">Why it is none, and what to write.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out BuildSecret? value, [NotNullWhen(false)] out GrammarError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = null;
        if (!BuildSecretFields.TryRead(text, out var fields, out error))
        {
            return false;
        }

        value = new BuildSecret(fields.Id, fields.Path, fields.Variable);
        return true;
    }

    /// <summary>Reads docker's notation.</summary>
    /// <param name="text">Such as <c>id=pip,src=pip.conf</c> or <c>id=token,env=GITHUB_TOKEN</c>.</param>
    /// <returns>The secret.</returns>
    /// <exception cref="FormatException">It is none; the message says what to write.</exception>
    public static BuildSecret Parse(string text) =>
        TryParse(text, out var value, out var error) ? value : throw new FormatException(error.Message);

    /// <summary>Docker's notation: where the secret is, never the secret itself.</summary>
    /// <returns>The option as docker writes it, without the value.</returns>
    public override string ToString()
    {
        string[] source = this switch
        {
            { Path: { } path } => [$"src={path}"],
            { Variable: { } variable } => [$"env={variable}"],
            _ => [],
        };
        return CsvRecord.Write([$"id={Id}", .. source]);
    }

    /// <summary>The secret that was given as it is; null where it is elsewhere.</summary>
    internal string? Value => _value;

    private static string NotEmpty(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return text;
    }
}

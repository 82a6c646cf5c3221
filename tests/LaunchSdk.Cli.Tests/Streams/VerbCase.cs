namespace LaunchSdk.Cli.Tests.Streams;

/// <summary>One call of a command that succeeds where its streams are in order.</summary>
/// <param name="Prepare">What is there before it; returns the arguments.</param>
internal sealed record VerbCase(Func<StreamTool, Task<string[]>> Prepare)
{
    /// <summary>A call that needs nothing before.</summary>
    public VerbCase(params string[] arguments)
        : this(_ => Task.FromResult(arguments)) { }

    /// <summary>Whether it writes nothing.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Whether it needs an engine.</summary>
    public bool NeedsEngine { get; init; }

    /// <summary>What is on its standard input; null where it reads none.</summary>
    public string? Input { get; init; }

    /// <summary>The exit code where nothing is wrong.</summary>
    public int Code { get; init; }

    /// <summary>The exit code with an empty input.</summary>
    public int EmptyCode { get; init; }

    /// <summary>The exit code with an input that cannot be read.</summary>
    public int UnreadableCode { get; init; }

    /// <summary>Whether it goes on although its output is on a full disk.</summary>
    public bool SurvivesFullDisk { get; init; }
}

namespace LaunchSdk.Cli.Tool;

/// <summary>What the help and the documentation say of a command beyond its summary, its arguments and its options.</summary>
internal sealed record CommandHelp
{
    /// <summary>The forms of its command line, where it has several; else the form follows from its arguments and options.</summary>
    public IReadOnlyList<HelpRow> Forms { get; init; } = [];

    /// <summary>What else is to be known.</summary>
    public IReadOnlyList<HelpSection> Sections { get; init; } = [];

    /// <summary>Its exit codes; none for a command that only has commands of its own.</summary>
    public IReadOnlyList<HelpRow> ExitCodes { get; init; } = [];

    /// <summary>Command lines to copy.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>The text below the options in the help of a command.</summary>
    public override string ToString()
    {
        HelpSection[] all = [new("Forms", Forms), .. Sections, new("Exit code", ExitCodes), HelpSection.Of("Examples", Examples)];
        return string.Join('\n', all.Where(static section => section.Rows.Count > 0));
    }
}

using System.CommandLine;

namespace LaunchSdk.Cli.Tests.Streams;

/// <summary>The tool as <c>dotnet</c> runs it.</summary>
public sealed class StreamFaultTests : StreamFaultTable
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string> Program => StreamTool.Built;

    [Fact]
    public void Every_command_is_among_them() =>
        Assert.Equal(
            Verbs(LaunchTool.CreateRoot(ToolConsole.System()), "").Order(StringComparer.Ordinal),
            VerbCases.All.Keys.Order(StringComparer.Ordinal)
        );

    private static IEnumerable<string> Verbs(Command command, string name)
    {
        var below = command.Subcommands.SelectMany(child => Verbs(child, $"{name} {child.Name}".TrimStart()));
        return name.Length > 0 && command.Action is not null ? below.Prepend(name) : below;
    }
}

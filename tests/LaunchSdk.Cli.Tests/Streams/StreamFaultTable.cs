using System.Text.RegularExpressions;
using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Streams;

/// <summary>Every command with every fault of its standard streams, on one form of the tool.</summary>
public abstract class StreamFaultTable
{
    private const string DiskFull = "launch: cannot write to stdout: no space left on device";

    /// <summary>The beginning of the command line that starts the tool.</summary>
    protected abstract IReadOnlyList<string> Program { get; }

    public static TheoryData<string, StreamFault> WithoutEngine() => Cases(needsEngine: false);

    public static TheoryData<string, StreamFault> WithEngine() => Cases(needsEngine: true);

    [Theory]
    [MemberData(nameof(WithoutEngine))]
    public async Task A_fault_of_a_stream_is_an_ordinary_ending(string verb, StreamFault fault)
    {
        await using var tool = StreamTool.WithoutEngine();
        await CheckAsync(tool, VerbCases.All[verb], fault);
    }

    [EngineTheory]
    [MemberData(nameof(WithEngine))]
    public async Task A_fault_of_a_stream_is_an_ordinary_ending_on_an_engine(string verb, StreamFault fault)
    {
        await using var tool = await StreamTool.CreateAsync();
        await CheckAsync(tool, VerbCases.All[verb], fault);
    }

    private async Task CheckAsync(StreamTool tool, VerbCase verb, StreamFault fault)
    {
        tool.Program = Program;
        var arguments = await verb.Prepare(tool);
        await File.WriteAllTextAsync(Path.Combine(tool.Folder, "input"), verb.Input ?? "");

        var result = await tool.RunAsync(Script(fault), arguments);

        var expected = Expect(verb, fault);
        Assert.True(expected.Code == result.ExitCode, $"{result.ExitCode} in place of {expected.Code}: {result.Error}");
        Assert.DoesNotContain("Unhandled", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal(expected.Line is null ? 0 : 1, Regex.Count(result.Error, "cannot (read|write)"));
        Assert.Contains(expected.Line ?? "", result.Error, StringComparison.Ordinal);
    }

    private static string Script(StreamFault fault) =>
        fault switch
        {
            // The tool begins when the reader has gone.
            StreamFault.ReaderGone =>
                "{ until [ -e gone ]; do sleep 0.02; done; \"$@\" <input; echo $? >code; } | { exec <&-; touch gone; }",
            StreamFault.DiskFull => "\"$@\" <input >/dev/full",
            StreamFault.OutputClosed => "\"$@\" <input >&-",
            StreamFault.ErrorClosed => "\"$@\" <input 2>&-",
            StreamFault.ErrorDiskFull => "\"$@\" <input 2>/dev/full",
            StreamFault.InputClosed => "\"$@\" <&-",
            StreamFault.InputIsDirectory => "\"$@\" </",
            _ => "\"$@\" <&- >&- 2>&-",
        };

    private static (int Code, string? Line) Expect(VerbCase verb, StreamFault fault) =>
        fault switch
        {
            _ when verb.IsSilent => (verb.Code, null),
            StreamFault.ReaderGone => (ExitCodes.EngineError, "launch: cannot write to stdout: broken pipe"),
            StreamFault.DiskFull when verb.SurvivesFullDisk => (verb.Code, $"{DiskFull}: the agent goes on"),
            StreamFault.DiskFull => (ExitCodes.EngineError, DiskFull),
            StreamFault.InputIsDirectory when verb.Input is not null => (verb.UnreadableCode, "is a directory"),
            StreamFault.InputClosed or StreamFault.AllClosed when verb.Input is not null => (verb.EmptyCode, null),
            _ => (verb.Code, null),
        };

    private static TheoryData<string, StreamFault> Cases(bool needsEngine)
    {
        var data = new TheoryData<string, StreamFault>();
        foreach (var verb in VerbCases.All.Where(verb => verb.Value.NeedsEngine == needsEngine))
        {
            foreach (var fault in Enum.GetValues<StreamFault>())
            {
                data.Add(verb.Key, fault);
            }
        }

        return data;
    }
}

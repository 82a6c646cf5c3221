using System.Text;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Tests;

/// <summary>One run of the tool inside this process, in a folder of its own.</summary>
internal sealed class ToolRun : IDisposable
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    /// <summary>The working directory.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("launch-cli-").FullName;

    /// <summary>What the tool reads from standard input.</summary>
    public string Input { get; init; } = "";

    /// <summary>The environment that the tool sees.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    /// <summary>Adds a file to the working directory.</summary>
    public ToolRun With(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Runs the tool; returns its exit code.</summary>
    public async Task<int> RunAsync(params string[] arguments)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(Input));
        return await LaunchTool.RunAsync(
            arguments,
            new ToolConsole
            {
                Out = _out,
                Error = _error,
                In = input,
                RawOut = Stream.Null,
                RawError = Stream.Null,
                InputIsTerminal = false,
                WorkingDirectory = Folder,
                Environment = name => Environment.GetValueOrDefault(name),
            },
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>Runs the tool, which must succeed without a word on stderr; returns stdout without its line end.</summary>
    public async Task<string> OutputAsync(params string[] arguments)
    {
        var exitCode = await RunAsync(arguments);
        Assert.Equal("", Error);
        Assert.Equal(0, exitCode);
        return Out.TrimEnd('\n');
    }

    /// <summary>Runs the tool, which must fail with nothing on stdout; returns stderr without its line end.</summary>
    public async Task<string> FailureAsync(int exitCode, params string[] arguments)
    {
        Assert.Equal(exitCode, await RunAsync(arguments));
        Assert.Equal("", Out);
        return Error.TrimEnd('\n');
    }

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

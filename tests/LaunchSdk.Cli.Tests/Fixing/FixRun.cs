using System.Text;
using LaunchSdk.Cli.Tool;

namespace LaunchSdk.Cli.Tests.Fixing;

/// <summary>The tool, run in process in a directory of its own.</summary>
internal sealed class FixRun : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public string Folder { get; } = Directory.CreateTempSubdirectory("launch-fix-").FullName;

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Write(string name, string text) => File.WriteAllBytes(PathOf(name), Encoding.UTF8.GetBytes(text));

    public string Read(string name) => Encoding.UTF8.GetString(File.ReadAllBytes(PathOf(name)));

    public Task<int> Run(params string[] arguments) => RunWithInput("", arguments);

    public Task<int> RunWithInput(string input, params string[] arguments) =>
        LaunchTool.RunAsync(
            arguments,
            new ToolConsole
            {
                Out = _output,
                Error = _error,
                In = new MemoryStream(Encoding.UTF8.GetBytes(input)),
                RawOut = Stream.Null,
                RawError = Stream.Null,
                InputIsTerminal = false,
                WorkingDirectory = Folder,
                Environment = _ => null,
            }
        );

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

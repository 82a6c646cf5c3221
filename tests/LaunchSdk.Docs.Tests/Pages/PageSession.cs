using System.Text;
using LaunchSdk.Cli;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Testing;

namespace LaunchSdk.Docs.Tests.Pages;

/// <summary>
/// Runs a page's <c>console</c> blocks in a folder of their own, which holds the repository's samples and the files that the page shows.
/// </summary>
internal sealed class PageSession : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("launchsdk-docs-");
    private int _exitCode;

    public PageSession()
    {
        var samples = Repository.Combine("samples");
        foreach (var file in Directory.EnumerateFiles(samples, "*.yaml", SearchOption.AllDirectories))
        {
            Write(Path.Combine("samples", Path.GetRelativePath(samples, file)), File.ReadAllText(file));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A console without input, variables and terminal, whose two outputs are one, as on a screen.</summary>
    public static ToolConsole CreateConsole(TextWriter output, string folder) =>
        new()
        {
            Out = output,
            Error = output,
            In = Stream.Null,
            RawOut = Stream.Null,
            RawError = Stream.Null,
            InputIsTerminal = false,
            WorkingDirectory = folder,
            Environment = static _ => null,
        };

    /// <summary>
    /// The page's console blocks with the output that its commands really give; a block without a launch command comes back as it is.
    /// </summary>
    public async Task<IReadOnlyList<(CodeBlock Block, string Actual)>> RunAsync(Page page, CancellationToken cancellationToken)
    {
        var results = new List<(CodeBlock, string)>();
        foreach (var block in page.Blocks)
        {
            if (block.FileName is { } name)
            {
                Write(name, block.Text);
            }
            else if (block.Language == "console")
            {
                results.Add((block, await RunAsync(block, cancellationToken)));
            }
        }

        return results;
    }

    private async Task<string> RunAsync(CodeBlock block, CancellationToken cancellationToken)
    {
        var actual = new StringBuilder();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            if (!block.Lines[i].StartsWith("$ ", StringComparison.Ordinal))
            {
                continue;
            }

            var command = new StringBuilder(block.Lines[i]);
            actual.Append(block.Lines[i]).Append('\n');
            while (command[^1] == '\\')
            {
                command.Length--;
                command.Append(block.Lines[++i].TrimStart());
                actual.Append(block.Lines[i]).Append('\n');
            }

            actual.Append(await RunAsync(CommandLine.Split(command.ToString(2, command.Length - 2)), cancellationToken));
        }

        return actual.ToString();
    }

    private async Task<string> RunAsync(string[] command, CancellationToken cancellationToken)
    {
        if (command is ["echo", "$?"])
        {
            return $"{_exitCode}\n";
        }

        Assert.True(
            command is ["launch", not "run", ..],
            $"'{string.Join(' ', command)}' is not run by this test: put it into a block of the language sh."
        );
        using var output = new StringWriter { NewLine = "\n" };
        _exitCode = await LaunchTool.RunAsync(command[1..], CreateConsole(output, _folder.FullName), cancellationToken);
        // The folder has another name at each run.
        return output.ToString().Replace(_folder.FullName, "/home/me", StringComparison.Ordinal);
    }

    private void Write(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}

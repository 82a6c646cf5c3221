using System.Diagnostics;

namespace LaunchSdk.Docker.Connection;

/// <summary>Programs that are asked something and end. Of each stream only the end is kept, so that no program fills the memory.</summary>
internal static class ProgramRun
{
    /// <summary>How many characters of a stream are kept: those at its end.</summary>
    public const int Kept = 256 * 1024;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="path">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables that differ from this process's own; null takes one away.</param>
    /// <param name="folder">Where it starts; null for this process's own directory.</param>
    /// <param name="input">What it gets on its standard input.</param>
    /// <param name="cancellationToken">Ends it with the programs that it started, and returns when it has ended.</param>
    public static async Task<ProgramResult> RunAsync(
        string path,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment,
        string? folder,
        string input,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = ClientProgram.Start(path, arguments, environment, folder);
        try
        {
            var streams = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
            await WriteAsync(process, input, cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);

            // What it leaves running behind it, such as ssh's shared connection, may keep the streams open.
            var texts = await streams.WaitAsync(cancellationToken).ConfigureAwait(false);
            return new ProgramResult(process.ExitCode, texts[0], texts[1]);
        }
        catch
        {
            ClientProgram.EndAll(process);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task WriteAsync(Process process, string input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program may answer without reading.
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader)
    {
        var text = new TextEnd(Kept);
        var buffer = new char[4096];
        for (int count; (count = await reader.ReadAsync(buffer.AsMemory(), CancellationToken.None).ConfigureAwait(false)) > 0; )
        {
            text.Append(buffer.AsSpan(0, count));
        }

        return text.ToString();
    }
}

using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Documents;

namespace LaunchSdk.Cli.Input;

/// <summary>Reads a FILE argument: a path relative to the working directory, or <c>-</c> for standard input.</summary>
internal static class ConfigInput
{
    /// <summary>The document, with what is wrong with it as text; a file that cannot be read is an <see cref="InputException"/>.</summary>
    public static ConfigDocument Read(string file, ToolConsole console) => ConfigDocument.ReadBytes(ReadBytes(file, console), file);

    /// <summary>The file's bytes, cut one byte after the limit, which is enough for the reader to refuse it.</summary>
    public static byte[] ReadBytes(string file, ToolConsole console)
    {
        var path = Path.Combine(console.WorkingDirectory, file);
        if (file != "-" && Directory.Exists(path))
        {
            throw new InputException($"cannot read '{file}': it is a directory; name a file in it");
        }

        try
        {
            using var stream = file == "-" ? console.In : File.OpenRead(path);
            return ReadAtMost(stream, ConfigLimits.MaxSize + 1);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"cannot read '{file}': there is no such file");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new InputException($"cannot read '{file}': {failure.Message}");
        }
    }

    private static byte[] ReadAtMost(Stream stream, int limit)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while (buffer.Length < limit && (read = stream.Read(chunk, 0, (int)Math.Min(chunk.Length, limit - buffer.Length))) > 0)
        {
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}

using System.Text;
using LaunchSdk.Cli.Input;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Validation.Edits;

namespace LaunchSdk.Cli.Commands;

/// <summary>Mends one file in place: what no edit touches stays as it is, byte for byte.</summary>
/// <param name="console">Where files are and changes are told.</param>
/// <param name="check">All problems of a document.</param>
internal sealed class FileFixer(ToolConsole console, Func<ConfigDocument, IReadOnlyList<Problem>> check)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Mends the file and returns it with what is left; standard input is printed to standard output, mended.</summary>
    public (ConfigDocument Document, IReadOnlyList<Problem> Remaining) Fix(string file)
    {
        var bytes = ConfigInput.ReadBytes(file, console);
        var document = ConfigDocument.ReadBytes(bytes, file);
        var format = ConfigFormats.Detect(file, document.Text);
        var fixedText = IsText(bytes) && bytes.Length <= ConfigLimits.MaxSize
            ? new ConfigFixer(text => check(ConfigDocument.Read(text, format, file))).Fix(document.Text)
            : new FixedText(document.Text, [], check(document));
        if (file == "-")
        {
            console.Out.Write(fixedText.IsChanged ? fixedText.Text : Encoding.UTF8.GetString(bytes));
        }
        else if (fixedText.IsChanged)
        {
            Write(file, [.. bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark : [], .. Utf8.GetBytes(fixedText.Text)]);
        }

        foreach (var mended in fixedText.Mended)
        {
            console.Error.WriteLine($"{file}({mended.Start}): fixed {mended.Rule.Id}: {mended.Edit!.Title}");
        }

        return (fixedText.IsChanged ? ConfigDocument.Read(fixedText.Text, format, file) : document, fixedText.Remaining);
    }

    // A file that is not UTF-8 cannot be written back as it was.
    private static bool IsText(byte[] bytes)
    {
        try
        {
            return Utf8.GetCharCount(bytes) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // Written beside the file and moved over it, so that a reader sees the old file or the new one. A link stays a link.
    private void Write(string file, byte[] content)
    {
        var path = Path.Combine(console.WorkingDirectory, file);
        try
        {
            path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            if (File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
            {
                throw new InputException($"cannot write '{file}': the file is read-only");
            }

            var beside = path + ".launch-fix";
            try
            {
                File.WriteAllBytes(beside, content);
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(beside, File.GetUnixFileMode(path));
                }

                File.Move(beside, path, overwrite: true);
            }
            finally
            {
                File.Delete(beside);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot write '{file}': {failure.Message}");
        }
    }
}

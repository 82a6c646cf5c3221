using System.Text;
using LaunchSdk.Cli.Failures;
using LaunchSdk.Cli.Input;
using LaunchSdk.Cli.Tool;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Validation.Edits;

namespace LaunchSdk.Cli.Commands.Validate;

/// <summary>Fixes one file in place: what no edit touches stays as it is, byte for byte.</summary>
/// <param name="console">Has the folder of the files, and gets a line for each change.</param>
/// <param name="check">All problems of a document.</param>
internal sealed class FileFixer(ToolConsole console, Func<ConfigDocument, IReadOnlyList<Problem>> check)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Fixes the file; standard input is printed to standard output, fixed.</summary>
    /// <param name="file">The file, or <c>-</c>.</param>
    /// <returns>The file with the problems that are left.</returns>
    public CheckedFile Fix(string file)
    {
        var bytes = ConfigInput.ReadBytes(file, console);
        var document = ConfigDocument.ReadBytes(bytes, file);
        var format = ConfigFormats.Detect(file, document.Text);
        var fixedText =
            IsText(bytes) && bytes.Length <= ConfigLimits.MaxSize
                ? new ConfigFixer(text => check(ConfigDocument.ReadDecoded(text, format, file))).Fix(document.Text)
                : new FixedText(document.Text, [], check(document));
        if (file == "-")
        {
            console.WriteContent(fixedText.IsChanged ? fixedText.Text : Encoding.UTF8.GetString(bytes));
        }
        else if (fixedText.IsChanged)
        {
            Write(file, bytes, fixedText.Text);
        }

        Report(file, fixedText.Mended);
        var after = fixedText.IsChanged ? ConfigDocument.ReadDecoded(fixedText.Text, format, file) : document;
        return new CheckedFile(after, fixedText.Remaining);
    }

    /// <summary>Makes the edits of problems in the file of a document, which is as it was read.</summary>
    public void Apply(ConfigDocument document, IReadOnlyList<Problem> problems)
    {
        var chosen = EditSet.Choose(problems, problem => problem.Edit!.Range);
        var bytes = ConfigInput.ReadBytes(document.Path, console);
        if (IsText(bytes))
        {
            Write(document.Path, bytes, EditSet.Apply(document.Text, chosen.Select(problem => problem.Edit!)));
            Report(document.Path, chosen);
        }
    }

    private void Report(string file, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            console.Error.WriteLine($"{file}({problem.File!.Start}): fixed {problem.Rule.Id}: {problem.Edit!.Title}");
        }
    }

    private void Write(string file, byte[] before, string text) =>
        Write(file, [.. before.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark : [], .. Utf8.GetBytes(text)]);

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

    // Written next to the file and moved over it, so that a reader sees the old file or the new one. A link stays a link.
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

            var next = path + ".launch-fix";
            try
            {
                File.WriteAllBytes(next, content);
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(next, File.GetUnixFileMode(path));
                }

                File.Move(next, path, overwrite: true);
            }
            finally
            {
                File.Delete(next);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot write '{file}': {failure.Message}");
        }
    }
}

namespace LaunchSdk.Cli.Streams;

/// <summary>The owner of the process's standard input, output and error: nothing else of the tool touches them.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record StandardStreams(IDescriptor In, IDescriptor Out, IDescriptor Error)
{
    /// <summary>Takes them over; the first thing that the tool does.</summary>
    public static StandardStreams Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return OpenHandles();
        }

        // A reader that went away is an error of the write, not the sudden end of the process.
        _ = LibC.HandleSignal(LibC.PipeSignal, LibC.Ignore);
        return new StandardStreams(UnixDescriptor.Claim(0, "stdin"), UnixDescriptor.Claim(1, "stdout"), UnixDescriptor.Claim(2, "stderr"));
    }

#pragma warning disable RS0030 // The one place that may.
    private static StandardStreams OpenHandles() =>
        new(
            new WindowsDescriptor("stdin", Console.OpenStandardInput(), !Console.IsInputRedirected),
            new WindowsDescriptor("stdout", Console.OpenStandardOutput(), !Console.IsOutputRedirected),
            new WindowsDescriptor("stderr", Console.OpenStandardError(), !Console.IsErrorRedirected)
        );
#pragma warning restore RS0030
}

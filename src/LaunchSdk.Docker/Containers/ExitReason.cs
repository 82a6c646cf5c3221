using System.Globalization;

namespace LaunchSdk.Docker.Containers;

/// <summary>Puts the end of a container into words.</summary>
internal static class ExitReason
{
    private static readonly string?[] SignalNames =
    [
        null,
        "SIGHUP",
        "SIGINT",
        "SIGQUIT",
        "SIGILL",
        "SIGTRAP",
        "SIGABRT",
        "SIGBUS",
        "SIGFPE",
        "SIGKILL",
        "SIGUSR1",
        "SIGSEGV",
        "SIGUSR2",
        "SIGPIPE",
        "SIGALRM",
        "SIGTERM",
    ];

    public static string Describe(ContainerResult result) =>
        result.ExitCode switch
        {
            null => "goes on",
            0 => result.WasStopped ? "was stopped, and ended with exit code 0" : "ended with exit code 0",
            { } code => string.Create(
                CultureInfo.InvariantCulture,
                $"{(result.WasStopped ? "was stopped, and ended" : "ended")} with exit code {code}{Named(result.Signal)}{Cause(result, code)}"
            ),
        };

    private static string Named(int? signal) =>
        signal is { } number
            ? string.Create(CultureInfo.InvariantCulture, $" ({(number < SignalNames.Length ? SignalNames[number] : $"signal {number}")})")
            : "";

    private static string Cause(ContainerResult result, int code)
    {
        if (result.OutOfMemory)
        {
            return ": its memory limit was reached, and the kernel killed a process (option memory)";
        }

        return code switch
        {
            125 => ": the program's own code, or docker's inside of it for an error of its own",
            126 => ": a program was found but could not be executed",
            127 => ": a program was not found",
            137 when !result.WasStopped =>
                ": something outside killed it, such as `docker kill` or the kernel of a machine without free memory",
            139 => ": the program accessed memory that is not its own",
            143 when !result.WasStopped => ": something asked it to end, such as `docker stop`",
            _ => "",
        };
    }
}

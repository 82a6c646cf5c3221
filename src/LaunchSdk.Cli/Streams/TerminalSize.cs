namespace LaunchSdk.Cli.Streams;

/// <summary>How much a terminal shows.</summary>
/// <param name="Columns">Characters in a row.</param>
/// <param name="Rows">Rows.</param>
internal readonly record struct TerminalSize(int Columns, int Rows)
{
    private const nuint GetWindowSize = 0x5413;
    private const int Descriptors = 3;

    /// <summary>What is taken for the size of one that does not tell.</summary>
    public static TerminalSize Usual { get; } = new(80, 24);

    /// <summary>The size of the terminal that one of the descriptors is; null where none is, or it has no size.</summary>
    public static TerminalSize? Find()
    {
        if (!OperatingSystem.IsLinux())
        {
            return FromConsole();
        }

        // Linux is asked itself: Console would send the terminal its own set-up first.
        var size = new ushort[4];
        for (var number = 0; number < Descriptors; number++)
        {
            if (LibC.ControlTerminal(number, GetWindowSize, size) == 0 && size[0] > 0 && size[1] > 0)
            {
                return new TerminalSize(size[1], size[0]);
            }
        }

        return null;
    }

    private static TerminalSize? FromConsole()
    {
        try
        {
#pragma warning disable RS0030 // Systems whose request for the size is not known here.
            return new TerminalSize(Console.WindowWidth, Console.WindowHeight);
#pragma warning restore RS0030
        }
        catch (IOException)
        {
            return null;
        }
    }
}

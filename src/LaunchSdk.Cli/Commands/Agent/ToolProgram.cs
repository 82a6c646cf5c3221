namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>How this tool is started.</summary>
internal static class ToolProgram
{
    /// <summary>The program and, where it is dotnet, the tool's file: the beginning of a command line.</summary>
    public static string[] Find()
    {
        var program = System.Environment.ProcessPath ?? "launch";
        var tool = Path.Combine(AppContext.BaseDirectory, "launch.dll");
        return Path.GetFileNameWithoutExtension(program) == "launch" || !File.Exists(tool)
            ? [program]
            : ["dotnet" == Path.GetFileNameWithoutExtension(program) ? program : "dotnet", tool];
    }
}

using LaunchSdk.Cli;
using LaunchSdk.Cli.Tool;

return await LaunchTool.RunAsync(args, ToolConsole.System()).ConfigureAwait(false);

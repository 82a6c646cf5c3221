using LaunchSdk.Cli;

return await LaunchTool.RunAsync(args, ToolConsole.System()).ConfigureAwait(false);

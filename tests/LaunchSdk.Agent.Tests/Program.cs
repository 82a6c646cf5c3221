using LaunchSdk.Agent.Tests.Recovery;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace LaunchSdk.Agent.Tests;

/// <summary>Runs the tests, or is the agent that one of them kills.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) =>
        arguments switch
        {
            [KilledAgent.Command, ..] => KilledAgent.RunAsync(arguments),
            _ when arguments.Contains("--server") => TestPlatformTestFramework.RunAsync(
                arguments,
                SelfRegisteredExtensions.AddSelfRegisteredExtensions
            ),
            _ => ConsoleRunner.Run(arguments),
        };
}

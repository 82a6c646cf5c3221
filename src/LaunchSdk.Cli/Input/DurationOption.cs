using System.CommandLine;
using LaunchSdk.Values;

namespace LaunchSdk.Cli.Input;

/// <summary>Options that take a time as docker writes it: <c>90s</c>, <c>1h30m</c>.</summary>
internal static class DurationOption
{
    public static Option<TimeSpan?> Create(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "DURATION",
            CustomParser = static result =>
            {
                if (DockerDuration.TryParse(result.Tokens[0].Value, out var duration, out var error))
                {
                    return duration.ToTimeSpan();
                }

                result.AddError(error.Message);
                return null;
            },
        };
}

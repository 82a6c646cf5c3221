using System.CommandLine;
using LaunchSdk.Values;

namespace LaunchSdk.Cli.Input;

/// <summary>Options that take a value as docker writes it.</summary>
internal static class ValueOption
{
    /// <summary>An option that takes a time: <c>90s</c>, <c>1h30m</c>.</summary>
    public static Option<TimeSpan?> Duration(string name, string description) =>
        Create<TimeSpan>(
            name,
            description,
            "DURATION",
            static text =>
                DockerDuration.TryParse(text, out var duration, out var error) ? (duration.ToTimeSpan(), null) : (null, error.Message)
        );

    /// <summary>An option that takes a size: <c>512m</c>.</summary>
    public static Option<long?> Size(string name, string description) =>
        Create<long>(
            name,
            description,
            "SIZE",
            static text => ByteSize.TryParse(text, out var size, out var error) ? (size.Bytes, null) : (null, error.Message)
        );

    private static Option<T?> Create<T>(string name, string description, string helpName, Func<string, (T? Value, string? Error)> parse)
        where T : struct =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result =>
            {
                var (value, error) = parse(result.Tokens[0].Value);
                if (error is not null)
                {
                    result.AddError(error);
                }

                return value;
            },
        };
}

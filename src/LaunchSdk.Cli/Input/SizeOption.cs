using System.CommandLine;
using LaunchSdk.Values;

namespace LaunchSdk.Cli.Input;

/// <summary>Options that take a size as docker writes it: <c>512m</c>.</summary>
internal static class SizeOption
{
    public static Option<long?> Create(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "SIZE",
            CustomParser = static result =>
            {
                if (ByteSize.TryParse(result.Tokens[0].Value, out var size, out var error))
                {
                    return size.Bytes;
                }

                result.AddError(error.Message);
                return null;
            },
        };
}

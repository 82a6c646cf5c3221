using System.CommandLine;

namespace LaunchSdk.Cli.Engine;

/// <summary>The argument CONTAINER.</summary>
internal static class ContainerArgument
{
    private const string Name = "CONTAINER";
    private const string Description = "Name, run id, or id or the beginning of it (three digits or more)";

    /// <summary>Names one container.</summary>
    public static Argument<string> One() => new(Name) { Description = Description };

    /// <summary>Names one container or several.</summary>
    public static Argument<string[]> Several() => new(Name) { Description = Description, Arity = ArgumentArity.OneOrMore };
}

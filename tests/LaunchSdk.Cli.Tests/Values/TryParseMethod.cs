using System.Reflection;
using LaunchSdk.Docker;
using LaunchSdk.Values;

namespace LaunchSdk.Cli.Tests.Values;

/// <summary>One of the product's <c>TryParse</c> methods, public or internal.</summary>
internal sealed class TryParseMethod(MethodInfo method)
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(DockerQueue).Assembly,
        typeof(DockerEngine).Assembly,
        typeof(Agent.LaunchAgentOptions).Assembly,
        typeof(LaunchTool).Assembly,
    ];

    private const BindingFlags OwnStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public string Name => $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>Every method of that name that users or other code can call.</summary>
    public static IReadOnlyList<TryParseMethod> All() =>
        [
            .. Assemblies
                .SelectMany(static assembly => assembly.GetTypes())
                .SelectMany(static type => type.GetMethods(OwnStatic))
                .Where(static method => method is { IsPrivate: false, IsGenericMethod: false })
                .Where(static method => method.Name.StartsWith("TryParse", StringComparison.Ordinal))
                .Select(static method => new TryParseMethod(method)),
        ];

    /// <summary>What is wrong with the answer to a text; null if nothing is.</summary>
    public string? FindFault(string text)
    {
        var arguments = method.GetParameters().Select(parameter => Argument(parameter, text)).ToArray();
        var isTaken = (bool)method.Invoke(null, arguments)!;
        foreach (var result in arguments.Where((_, index) => method.GetParameters()[index].IsOut))
        {
            switch (result)
            {
                case GrammarError when isTaken:
                    return "it is taken and has an error";
                case GrammarError error when error.Message.Length == 0 || error.Range.Start < 0 || error.Range.End > text.Length:
                    return $"the error is of no use: '{error.Message}' at {error.Range}";
                case DockerValue value when value.Text != text:
                    return $"it keeps '{value.Text}'";
                // The value of a variable may be a secret.
                case DockerValue value when value is not EnvironmentVariable && value.ToString() != text:
                    return $"it prints back as '{value}'";
                case not null when isTaken:
                    ReadAll(result);
                    break;
            }
        }

        var hasError = method
            .GetParameters()
            .Select(static parameter => parameter.ParameterType)
            .Contains(typeof(GrammarError).MakeByRefType());
        return !isTaken && hasError && !arguments.OfType<GrammarError>().Any() ? "it is refused without an error" : null;
    }

    // A range is the whole text, and numbers are decimal: other code gives no others.
    private static object? Argument(ParameterInfo parameter, string text) =>
        parameter switch
        {
            { IsOut: true } => null,
            { ParameterType: var type } when type == typeof(string) => text,
            { Name: "start" } => 0,
            { Name: "end" } => text.Length,
            { Name: "numberBase" } => 10,
            _ => throw new InvalidOperationException(
                $"Tell {nameof(TryParseMethod)} what {parameter.Member.DeclaringType}.{parameter.Member.Name} gets as '{parameter.Name}'."
            ),
        };

    private static void ReadAll(object value)
    {
        var properties = value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public);
        foreach (var property in properties.Where(static property => property.GetIndexParameters().Length == 0))
        {
            property.GetValue(value);
        }
    }
}

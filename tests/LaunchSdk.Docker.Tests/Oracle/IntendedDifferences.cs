using System.Text.Json;
using System.Text.RegularExpressions;
using LaunchSdk.Options;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>What LaunchSdk refuses on purpose although docker may take it, each with the reason. Nothing else may differ.</summary>
internal static partial class IntendedDifferences
{
    private static readonly (Func<OracleCase, bool> Applies, string Reason)[] Refusals =
    [
        (HasListOnSingleOption, "a list on an option of one value: docker would silently use the last item"),
        (HasTextOnFlag, "a flag with a text or number: docker would take it for the image"),
        (HasFlagOnValue, "true or false on an option with a value: docker would take the next argument for the value"),
        (HasUnknownKey, "an unknown key: docker takes the part behind '=' of a name such as 'memory=1g' for a value, which no queue means"),
        (HasTemplate, "${x} and {{x}} are macros and template variables in a queue; without a value they are errors"),
    ];

    /// <summary>Why LaunchSdk has to refuse the configuration whatever docker does; null where docker decides.</summary>
    public static string? WhyRefused(OracleCase given) => Refusals.FirstOrDefault(refusal => refusal.Applies(given)).Reason;

    private static bool HasListOnSingleOption(OracleCase given) =>
        given.Config.Any(pair => Is(pair.Key, OptionArity.Single) && pair.Value?.GetValueKind() == JsonValueKind.Array);

    private static bool HasTextOnFlag(OracleCase given) =>
        given.Config.Any(pair =>
            Is(pair.Key, OptionArity.Flag)
            && pair.Value?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Array
        );

    private static bool HasFlagOnValue(OracleCase given) =>
        given.Config.Any(pair =>
            !Is(pair.Key, OptionArity.Flag) && pair.Value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False
        );

    private static bool HasUnknownKey(OracleCase given) => given.Config.Any(pair => Find(pair.Key) is null);

    private static bool HasTemplate(OracleCase given) =>
        given.Config.SelectMany(pair => OracleCase.Texts(pair.Value)).Any(Template.IsMatch);

    private static bool Is(string name, OptionArity arity) => Find(name)?.Arity == arity;

    private static DockerOption? Find(string name) => DockerOptions.TryGet(name, out var option) ? option : null;

    [GeneratedRegex(@"\$\{[A-Za-z_][\w-]*\}|\{\{\s*[A-Za-z_][\w-]*\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Template { get; }
}

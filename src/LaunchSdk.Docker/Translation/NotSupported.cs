using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Docker.Translation;

/// <summary>Options that the engine does not have, by its API version or operating system: data of the option table.</summary>
internal static class NotSupported
{
    /// <summary>Reports every option of the command that the engine does not have.</summary>
    public static void Check(TranslationContext context)
    {
        // An empty list gives docker no option at all, and an empty text none to tell the engine of.
        var given = context.Options.Where(setting => setting is not { IsList: true, Texts.Count: 0 } and not { IsList: false, Text: "" });
        foreach (var option in given.Select(setting => setting.Option).Distinct())
        {
            if (option.MinApiVersion is { } version && !context.Engine.Has(version))
            {
                context.Report(NotSupportedByEngine.ByVersion($"'{option.Name}'", version, context.Engine.ApiVersion), option);
            }
            else if (option.EngineOs is { } system && system != context.Engine.OperatingSystem)
            {
                context.Report(NotSupportedByEngine.BySystem(option.Name, system, context.Engine.OperatingSystem), option);
            }
        }
    }
}

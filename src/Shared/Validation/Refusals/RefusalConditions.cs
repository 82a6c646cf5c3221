using LaunchSdk.Options;
using LaunchSdk.Validation.Conflicts;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Refusals;

/// <summary>The conditions that the schema's rules are made of.</summary>
internal static class RefusalConditions
{
    /// <summary>
    /// Whether a condition is true of a part. <see cref="RefusalCondition.Repeated"/> needs the other values: <see cref="RepeatedParts"/>.
    /// </summary>
    public static bool IsTrue(OptionRefusal rule, Grammar grammar, string part) =>
        rule.Condition switch
        {
            RefusalCondition.Missing => part.Length == 0,
            RefusalCondition.Given => part.Length > 0,
            RefusalCondition.Relative => part.Length > 0 && !IsAbsolute(part),
            RefusalCondition.Root => part.Length > 0 && part[0] == '/' && GoPath.Clean(part) == "/",
            RefusalCondition.NotAmong => part.Length > 0 && !rule.Words.Contains(part),
            RefusalCondition.Outside => IsOutside(grammar, rule.Words, part),
            RefusalCondition.NotAName => !IsName(part),
            RefusalCondition.NotIPv4 => !IpAddressValue.TryParse(part, out var address, out _) || !address.IsIPv4,
            RefusalCondition.NotIPv6 => !IpAddressValue.TryParse(part, out var address, out _) || address.IsIPv4,
            RefusalCondition.NotAnAddress => !GoIpAddress.TryNormalize(part, out _),
            RefusalCondition.NotALinuxDevice => !DeviceMapping.TryParseLinux(part, out _, out _),
            _ => false,
        };

    /// <summary>The value to write in place of one that a condition holds for; null where none is clear.</summary>
    public static string? Meant(OptionRefusal rule, string part)
    {
        switch (rule.Condition)
        {
            case RefusalCondition.NotALinuxDevice:
                return DeviceMapping.TryParseLinux(part, out _, out var error) ? null : error.Suggestion;
            case RefusalCondition.NotAnAddress:
                return IpAddressValue.Suggest(part);
            default:
                return null;
        }
    }

    // A path of a Windows container is absolute by its drive or a backslash.
    private static bool IsAbsolute(string path) =>
        path[0] is '/' or '\\' || (path.Length > 2 && GoText.IsLetter(path[0]) && path[1] == ':' && path[2] is '\\' or '/');

    private static bool IsOutside(Grammar grammar, IReadOnlyList<string> bounds, string part)
    {
        if (OptionNumber.Read(grammar, part) is not { } number || number == 0)
        {
            return false;
        }

        var least = OptionNumber.Read(grammar, bounds[0]);
        var most = bounds.Count > 1 ? OptionNumber.Read(grammar, bounds[1]) : null;
        var isNoLimit = bounds.Count == 1 && number < 0;
        return !isNoLimit && (number < least || number > most);
    }

    // Two characters or more, a letter or digit first, then also _, . and -; one slash before it is dropped.
    private static bool IsName(string name)
    {
        var start = name[0] == '/' ? 1 : 0;
        return name.Length >= start + 2 && IsLetterOrDigit(name[start]) && name.Skip(start).All(IsNamePart);
    }

    private static bool IsNamePart(char character) => IsLetterOrDigit(character) || character is '_' or '.' or '-';

    private static bool IsLetterOrDigit(char character) => GoText.IsLetter(character) || GoText.IsDigit(character);
}

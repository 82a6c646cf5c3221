using LaunchSdk.Problems;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Advice;

/// <summary>A container's name as every engine takes it: two characters or more, a letter or digit first, then also <c>_</c>, <c>.</c> and <c>-</c>; one slash before it is dropped.</summary>
internal static class EngineNameRule
{
    /// <summary>Reports a name that no engine takes.</summary>
    public static void Check(OptionSetting setting, string name, IAdviceTarget advice)
    {
        var start = name[0] == '/' ? 1 : 0;
        if (name.Length < start + 2 || !IsLetterOrDigit(name[start]) || !name.Skip(start).All(IsPart))
        {
            advice.Add(
                ProblemRules.RefusedByEngine,
                setting,
                $"the engine refuses name: {NodeText.Shorten(name)}: write two or more of a-z, A-Z, 0-9, _, . and -, a letter or digit first");
        }
    }

    private static bool IsPart(char character) => IsLetterOrDigit(character) || character is '_' or '.' or '-';

    private static bool IsLetterOrDigit(char character) => GoText.IsLetter(character) || GoText.IsDigit(character);
}

namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0001: the text is not JSON or YAML. The sentences of each notation are in a file of their own.</summary>
internal static partial class Syntax
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Error("LSDK0001", "The file is not valid JSON or YAML", hasFix: true);

    /// <summary>A file in UTF-16.</summary>
    public static Violation Utf16 => Rule.Says($"the file is UTF-16: save it as UTF-8");

    /// <summary>A byte that UTF-8 does not have there.</summary>
    public static Violation NotUtf8(byte value) => Rule.Says($"byte 0x{value:x2} is not UTF-8: save the file as UTF-8");
}

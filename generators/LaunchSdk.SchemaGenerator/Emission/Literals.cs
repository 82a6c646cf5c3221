using Microsoft.CodeAnalysis.CSharp;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>C# literals.</summary>
internal static class Literals
{
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Character(char value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Number(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture) + "D";

    public static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A collection expression of texts.</summary>
    public static string Texts(IEnumerable<string> values) => "[" + string.Join(", ", values.Select(Text)) + "]";
}

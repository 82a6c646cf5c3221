using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace LaunchSdk.Analyzers.Generation;

/// <summary>C# literals.</summary>
internal static class Literals
{
    /// <summary>A text in quotes.</summary>
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A collection expression of texts.</summary>
    public static string Texts(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Text))}]";

    /// <summary>A whole number.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture) + "D";
}

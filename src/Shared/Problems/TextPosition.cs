namespace LaunchSdk.Problems;

/// <summary>A place in a text as people count: line and column, both from 1; a column is a UTF-16 code unit.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public readonly record struct TextPosition(int Line, int Column)
{
    /// <summary><c>line,column</c>, as compilers print it.</summary>
    /// <returns>The text, such as <c>12,5</c>.</returns>
    public override string ToString() => $"{Line},{Column}";
}

namespace LaunchSdk.Values;

/// <summary>A macro or template variable inside a text.</summary>
internal readonly struct TemplateHole(bool isMacro, int start, int end, string name)
{
    /// <summary>True for <c>${name}</c>, false for <c>{{name}}</c>.</summary>
    public bool IsMacro { get; } = isMacro;

    /// <summary>Offset of the first character.</summary>
    public int Start { get; } = start;

    /// <summary>Offset behind the last character.</summary>
    public int End { get; } = end;

    /// <summary>The name between the braces.</summary>
    public string Name { get; } = name;
}

using LaunchSdk.Documents;
using LaunchSdk.Options;
using LaunchSdk.Problems;

namespace LaunchSdk.Settings;

/// <summary>One option as it was set: its value as text, as written, and the place it came from.</summary>
public readonly struct OptionSetting : IEquatable<OptionSetting>
{
    private static readonly object True = true;
    private static readonly object False = false;

    // Null (explicitly not set), a boxed bool, a string, or a string[]: what YAML and JSON can say of an option.
    private readonly object? _value;

    private OptionSetting(DockerOption option, string name, object? value, ConfigNode source)
    {
        Option = option;
        Name = name;
        _value = value;
        Source = source;
    }

    /// <summary>The option.</summary>
    public DockerOption Option { get; }

    /// <summary>The name under which it was set: <c>env</c>, or <c>e</c> where the file says so.</summary>
    public string Name { get; }

    /// <summary>The value's node in the file it came from; <c>default</c> for a setting made in code.</summary>
    internal ConfigNode Source { get; }

    /// <summary>True for an explicit <c>null</c>: not set, and in an override the queue's setting is taken away.</summary>
    public bool IsNull => _value is null;

    /// <summary>The flag's value; null when the option is not a flag.</summary>
    public bool? Flag => _value as bool?;

    /// <summary>The values, none for a flag or null, one for a single value.</summary>
    public IReadOnlyList<string> Texts =>
        _value switch
        {
            string text => [text],
            string[] texts => texts,
            _ => [],
        };

    /// <summary>True when the value was written as a list.</summary>
    public bool IsList => _value is string[];

    /// <summary>The single value; null for a flag, a list or null.</summary>
    public string? Text => _value as string;

    /// <summary>A flag.</summary>
    /// <param name="option">The option that is set.</param>
    /// <param name="value">Whether the flag is on.</param>
    /// <param name="name">The name it is set under, such as an alias of the option; the option's own name when null.</param>
    /// <param name="source">The value in its file; the default value for a setting made in code.</param>
    /// <returns>The setting.</returns>
    public static OptionSetting OfFlag(DockerOption option, bool value, string? name = null, ConfigNode source = default) =>
        new(option, name ?? option.Name, value ? True : False, source);

    /// <summary>A single value.</summary>
    /// <param name="option">The option that is set.</param>
    /// <param name="value">The value, as docker takes it.</param>
    /// <param name="name">The name it is set under, such as an alias of the option; the option's own name when null.</param>
    /// <param name="source">The value in its file; the default value for a setting made in code.</param>
    /// <returns>The setting.</returns>
    public static OptionSetting OfText(DockerOption option, string value, string? name = null, ConfigNode source = default) =>
        new(option, name ?? option.Name, value, source);

    /// <summary>A list; docker gets the option once for each item.</summary>
    /// <param name="option">The option that is set.</param>
    /// <param name="values">The values in order; the array is not copied.</param>
    /// <param name="name">The name it is set under, such as an alias of the option; the option's own name when null.</param>
    /// <param name="source">The value in its file; the default value for a setting made in code.</param>
    /// <returns>The setting.</returns>
    public static OptionSetting OfTexts(DockerOption option, string[] values, string? name = null, ConfigNode source = default) =>
        new(option, name ?? option.Name, values, source);

    /// <summary>An explicit null.</summary>
    /// <param name="option">The option that is set.</param>
    /// <param name="name">The name it is set under, such as an alias of the option; the option's own name when null.</param>
    /// <param name="source">The value in its file; the default value for a setting made in code.</param>
    /// <returns>The setting.</returns>
    public static OptionSetting OfNull(DockerOption option, string? name = null, ConfigNode source = default) =>
        new(option, name ?? option.Name, null, source);

    /// <summary>The same setting with other texts (same number), such as after substitution.</summary>
    internal OptionSetting WithTexts(string[] texts) => new(Option, Name, IsList ? texts : texts[0], Source);

    /// <summary>The place of value <paramref name="index"/> in its file; null for a setting made in code.</summary>
    internal ConfigNode? SourceOf(int index)
    {
        if (Source.IsMissing)
        {
            return null;
        }

        if (!IsList || Source.Kind != ConfigNodeKind.Sequence)
        {
            return Source;
        }

        foreach (var item in Source.Items)
        {
            if (index-- == 0)
            {
                return item;
            }
        }

        return Source;
    }

    /// <summary>A problem at value <paramref name="index"/>, positioned where the setting came from a file.</summary>
    internal Problem CreateProblem(Violation violation, int index = 0) =>
        SourceOf(index) is { } node
            ? node.Document.CreateProblem(violation, node.Range, mask: Mask)
            : violation.At(new CodeLocation(Name), Mask);

    /// <summary>The values as they may be shown: those that may hold a secret as <c>NAME=***</c>.</summary>
    internal IEnumerable<string> ShownTexts => Option.HidesValues ? Texts.Select(SecretValue.Show) : Texts;

    /// <summary>The setting with its values as they may be shown.</summary>
    internal OptionSetting Shown => Option.HidesValues && Texts.Count > 0 ? WithTexts([.. ShownTexts]) : this;

    /// <summary>Hides the values where they may hold a secret; null where they may not.</summary>
    internal ValueMask? Mask => Option.HidesValues ? ValueMask.Of(Texts, Option.Name, Option.ShortName, Name) : null;

    /// <inheritdoc/>
    public bool Equals(OptionSetting other) =>
        ReferenceEquals(Option, other.Option)
        && Name == other.Name
        && (_value, other._value) switch
        {
            (string[] left, string[] right) => left.SequenceEqual(right),
            var (left, right) => Equals(left, right),
        };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OptionSetting other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        (Option.Name.GetHashCode() * 31) + (_value is string[] texts ? texts.Length : _value?.GetHashCode() ?? 0);

    /// <summary>Whether two settings are equal.</summary>
    /// <param name="left">One setting.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(OptionSetting left, OptionSetting right) => left.Equals(right);

    /// <summary>Whether two settings differ.</summary>
    /// <param name="left">One setting.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(OptionSetting left, OptionSetting right) => !left.Equals(right);
}

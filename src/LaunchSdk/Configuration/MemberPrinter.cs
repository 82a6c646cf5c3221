using System.Globalization;
using System.Text;
using LaunchSdk.Problems;

namespace LaunchSdk.Configuration;

/// <summary>Prints the members of a record that are set, for its <c>ToString</c>; generated records call it.</summary>
/// <param name="text">Where the record is printed.</param>
internal sealed class MemberPrinter(StringBuilder text)
{
    /// <summary>Whether any member was set.</summary>
    public bool HasPrinted { get; private set; }

    /// <summary>A member and its value; nothing when the value is null.</summary>
    public void Add(string name, object? value)
    {
        if (value is not null)
        {
            Begin(name);
            Value(value);
        }
    }

    /// <summary>A member and its list; nothing when the list is null.</summary>
    public void Add<T>(string name, IReadOnlyList<T>? values)
    {
        if (values is null)
        {
            return;
        }

        Begin(name);
        text.Append('[');
        var separator = "";
        foreach (var value in values)
        {
            text.Append(separator);
            Value(value);
            separator = ", ";
        }

        text.Append(']');
    }

    /// <summary>
    /// A member and its mapping; nothing when the mapping is null. Of free-form values only the keys are printed,
    /// because such a value may fill in an option that holds a secret.
    /// </summary>
    public void Add<T>(string name, IReadOnlyDictionary<string, T>? values)
    {
        if (values is null)
        {
            return;
        }

        Begin(name);
        text.Append('{');
        var separator = " ";
        foreach (var (key, value) in values)
        {
            text.Append(separator).Append(key).Append(" = ");
            Value(value is ConfigValue ? SecretValue.Hidden : value);
            separator = ", ";
        }

        text.Append(" }");
    }

    private void Begin(string name)
    {
        text.Append(HasPrinted ? ", " : "").Append(name).Append(" = ");
        HasPrinted = true;
    }

    private void Value(object? value) =>
        text.Append(value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString());
}

using LaunchSdk.Values;

namespace LaunchSdk;

/// <summary>Makes an <see cref="OptionList{T}"/>; the compiler calls it for collection expressions.</summary>
public static class OptionList
{
    /// <summary>The values as a list.</summary>
    /// <param name="values">The values in order; they are copied.</param>
    /// <returns>The list.</returns>
    public static OptionList<T> Create<T>(ReadOnlySpan<T> values)
        where T : DockerValue, IParsable<T> => new(values.ToArray());
}

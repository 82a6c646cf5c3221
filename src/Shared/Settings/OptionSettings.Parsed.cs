using LaunchSdk.Options;

namespace LaunchSdk.Settings;

/// <content>
/// What the texts mean, kept next to them: a typed member is parsed at its first read, and gives the same object from then on.
/// </content>
public sealed partial class OptionSettings
{
    // In step with the settings: one entry a setting, null until it is read. A change drops all of it, and a copy begins without.
    private object?[]? _parsed;

    /// <summary>
    /// What an option means: parsed at the first call, the same object afterwards, also for readers on several threads;
    /// null when the option is not set.
    /// </summary>
    /// <typeparam name="T">The type of the option's member; always the same one for an option.</typeparam>
    /// <param name="option">The option.</param>
    /// <param name="parse">Makes the object of these settings; called again where two threads are the first.</param>
    internal T? Parsed<T>(DockerOption option, Func<OptionSettings, DockerOption, T?> parse)
        where T : class
    {
        var index = IndexOf(option);
        if (index < 0)
        {
            return null;
        }

        var parsed = Volatile.Read(ref _parsed) ?? CreateParsed();
        return (T?)Volatile.Read(ref parsed[index]) ?? Keep(ref parsed[index], parse(this, option));
    }

    private object?[] CreateParsed()
    {
        var empty = new object?[Count];
        return Interlocked.CompareExchange(ref _parsed, empty, null) ?? empty;
    }

    // Where two threads are the first, both get the object of the one that was faster.
    private static T? Keep<T>(ref object? place, T? value)
        where T : class => (T?)Interlocked.CompareExchange(ref place, value, null) ?? value;
}

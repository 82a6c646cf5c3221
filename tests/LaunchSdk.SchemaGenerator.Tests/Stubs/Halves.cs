using System.Collections;
using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Documents;
using LaunchSdk.Options;
using LaunchSdk.Values;

namespace LaunchSdk.Settings
{
    public sealed class OptionSettings;
}

namespace LaunchSdk
{
    using LaunchSdk.Settings;

    internal static class OptionSettingsExtensions
    {
        public static bool? GetFlag(this OptionSettings settings, DockerOption option) => option.Name.Length == 0 && settings is null;

        public static string? GetText(this OptionSettings settings, DockerOption option) => option.Name + settings;

        public static T? Get<T>(this OptionSettings settings, DockerOption option)
            where T : DockerValue, IParsable<T> => T.Parse(option.Name + settings, null);

        public static OptionList<T>? GetList<T>(this OptionSettings settings, DockerOption option)
            where T : DockerValue, IParsable<T> => new([T.Parse(option.Name + settings, null)]);

        public static void SetFlag(this OptionSettings settings, DockerOption option, bool? value) => Use(settings, option, value);

        public static void SetText(this OptionSettings settings, DockerOption option, string? value) => Use(settings, option, value);

        public static void Set(this OptionSettings settings, DockerOption option, DockerValue? value) => Use(settings, option, value);

        public static void SetList<T>(this OptionSettings settings, DockerOption option, OptionList<T>? values)
            where T : DockerValue, IParsable<T> => Use(settings, option, values);

        public static void Add(this OptionSettings settings, DockerOption option, DockerValue value) => Use(settings, option, value);

        private static void Use(params object?[] values) => ArgumentNullException.ThrowIfNull(values);
    }
}

namespace LaunchSdk
{
    using LaunchSdk.Settings;

    public sealed class OptionList<T>(T[] items) : IReadOnlyList<T>
        where T : DockerValue, IParsable<T>
    {
        public int Count => items.Length;

        public T this[int index] => items[index];

        public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Stub.</summary>
    public sealed partial record DockerQueueConfig
    {
        public OptionSettings Settings { get; } = new();

        internal static DockerQueueConfig Read(ConfigNode node) => throw new NotSupportedException(node.Text);

        internal void Write(ConfigWriter writer) => writer.Null();
    }

    /// <summary>Stub.</summary>
    public sealed partial class DockerQueueBuilder
    {
        internal OptionSettings Settings { get; } = new();
    }
}

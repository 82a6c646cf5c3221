using LaunchSdk.Options;

namespace LaunchSdk.Validation.Conflicts;

/// <summary>Options whose absence can be a conflict of another one: code that is seen in part may set them elsewhere.</summary>
internal static class NeededOptions
{
    /// <summary>The options.</summary>
    public static IReadOnlyList<DockerOption> All { get; } = [.. Names().Select(Find)];

    private static IEnumerable<string> Names() =>
        DockerOptions
            .All.SelectMany(option => option.Conflicts)
            .Where(conflict => conflict.When.Kind is ConflictConditionKind.Missing or ConflictConditionKind.NotUserDefined)
            .Select(conflict => conflict.Option)
            .Distinct(StringComparer.Ordinal);

    private static DockerOption Find(string name) =>
        DockerOptions.TryGet(name, out var option) ? option : throw new InvalidOperationException($"'{name}' is no option");
}

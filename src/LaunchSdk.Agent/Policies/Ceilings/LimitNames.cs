using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Options;
using LaunchSdk.Problems;

namespace LaunchSdk.Agent.Policies.Ceilings;

/// <summary>Names of options whose limits jobs may lift.</summary>
internal static class LimitNames
{
    /// <summary>Every limit.</summary>
    public const string All = "all";

    private static readonly string[] Known =
    [
        .. DockerOptions.All.Where(static option => option.Ceiling != OptionCeiling.None).Select(static option => option.Name),
    ];

    /// <summary>Reads names of options, by any of their names, or <c>all</c>.</summary>
    /// <param name="names">The names.</param>
    /// <param name="options">The long names of the options.</param>
    /// <param name="error">What is wrong, and the way out.</param>
    public static bool TryRead(
        IEnumerable<string> names,
        [NotNullWhen(true)] out IReadOnlyList<string>? options,
        [NotNullWhen(false)] out string? error
    )
    {
        var read = new List<string>();
        foreach (var name in names)
        {
            if (name == All)
            {
                read.AddRange(Known);
            }
            else if (DockerOptions.TryGet(name, out var option) && option.Ceiling != OptionCeiling.None)
            {
                read.Add(option.Name);
            }
            else
            {
                (options, error) = (null, $"'{name}' is no limit of a queue: {WayOut(name)}");
                return false;
            }
        }

        (options, error) = (read, null);
        return true;
    }

    private static string WayOut(string name) =>
        NearestName.FindOne(name, Known) is { } meant
            ? $"did you mean '{meant}'?"
            : $"write names of options that limit something, such as memory, with commas, or {All}";
}

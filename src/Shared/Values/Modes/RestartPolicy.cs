using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LaunchSdk.Values;

/// <summary>
/// When the engine starts a container again (<c>restart</c>): <c>no</c>, <c>always</c>, <c>unless-stopped</c> or <c>on-failure[:COUNT]</c>.
/// </summary>
/// <remarks>
/// Docker's client checks only the count; an unknown name is the engine's to refuse. An empty text leaves the policy unset.
/// </remarks>
public sealed partial class RestartPolicy : DockerValue
{
    private const string OnFailureName = "on-failure";
    private readonly string _name = string.Empty;
    private readonly long _maximumRetryCount;

    private RestartPolicy(string text, string name, long maximumRetryCount)
        : base(text)
    {
        _name = name;
        _maximumRetryCount = maximumRetryCount;
    }

    private RestartPolicy(string text)
        : base(text, isTemplate: true) { }

    /// <summary>Never; docker's default.</summary>
    public static RestartPolicy No { get; } = new("no", "no", 0);

    /// <summary>Whenever it stops, and when the engine starts.</summary>
    public static RestartPolicy Always { get; } = new("always", "always", 0);

    /// <summary>As <see cref="Always"/>, unless a person stopped it.</summary>
    public static RestartPolicy UnlessStopped { get; } = new("unless-stopped", "unless-stopped", 0);

    /// <summary>The policy's name as docker sends it; empty when unset.</summary>
    public string Name => Known(_name);

    /// <summary>How often to try again at most; 0 is without limit.</summary>
    public long MaximumRetryCount => Known(_maximumRetryCount);

    /// <summary>Whether the container is never started again: <c>no</c> or unset, the only policies that go with <c>rm</c>.</summary>
    public bool IsNone => Name is "" or "no";

    /// <summary>The names that engines know.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["no", "always", "unless-stopped", OnFailureName];

    /// <summary>After an exit code other than 0, without limit.</summary>
    /// <returns>The policy.</returns>
    public static RestartPolicy OnFailure() => new(OnFailureName, OnFailureName, 0);

    /// <summary>After an exit code other than 0, at most so many times; 0 is without limit.</summary>
    /// <param name="maximumRetryCount">The most retries; 0 for any number.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static RestartPolicy OnFailure(int maximumRetryCount) =>
        maximumRetryCount >= 0
            ? new($"{OnFailureName}:{maximumRetryCount.ToString(CultureInfo.InvariantCulture)}", OnFailureName, maximumRetryCount)
            : throw new ArgumentOutOfRangeException(nameof(maximumRetryCount), maximumRetryCount, "a number of retries is 0 or more");

    /// <summary>Reads a policy as docker's client does.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The policy; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a restart policy.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out RestartPolicy? value, [NotNullWhen(false)] out GrammarError? error)
    {
        var colon = text.IndexOf(':');
        var name = colon < 0 ? text : text.Substring(0, colon);
        long count = 0;
        if (colon != 0 && (colon < 0 || colon == text.Length - 1 || GoInteger.TryParse(text, colon + 1, text.Length, 10, out count, out _)))
        {
            value = new RestartPolicy(text, name, count);
            error = null;
            return true;
        }

        value = null;
        const string wayOut = "write for example on-failure:3";
        error =
            colon == 0
                ? Refusal.Of(text, "a restart policy (a name is needed before the colon)", wayOut, SuggestName(text))
                : Refusal.Of(
                    text,
                    $"a restart policy ('{text.Substring(colon + 1)}' is no whole number of retries)",
                    wayOut,
                    SuggestCount(text, name, colon)
                );
        return false;
    }

    /// <summary>Reads a constant in code; a template is kept as it is.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The policy, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a policy nor a template.</exception>
    public static RestartPolicy Parse(string text) => ValueParser.Parse<RestartPolicy>(text, TryParse, static t => new RestartPolicy(t));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator RestartPolicy(string text) => Parse(text);

    /// <summary>Only <c>on-failure</c> makes use of a count.</summary>
    private static string? SuggestName(string text)
    {
        var meant = OnFailureName + text;
        return text.Length > 1 && TryParse(meant, out _, out _) ? meant : null;
    }

    private static string? SuggestCount(string text, string name, int colon) =>
        IntegerSuggestion.Find(text.Substring(colon + 1), static candidate => GoInteger.TryParse(candidate, 10, out _, out _)) is { } count
            ? name + ":" + count
            : null;
}

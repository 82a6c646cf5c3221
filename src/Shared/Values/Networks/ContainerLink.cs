using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>A legacy link to another container (<c>docker run --link</c>): <c>container</c> or <c>container:alias</c>.</summary>
public sealed partial class ContainerLink : DockerValue
{
    private ContainerLink(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary>Name or id of the other container; without the <c>/</c> that the engine writes before names.</summary>
    public string Container
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>The name under which this container finds the other; the container's own where none is given.</summary>
    public string Alias
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>A link under the other container's own name.</summary>
    /// <param name="container">Name or id of the other container.</param>
    /// <returns>The link.</returns>
    /// <exception cref="ArgumentException">The name is empty or holds a colon.</exception>
    public static ContainerLink To(string container) =>
        ValueFactory.Make(container ?? "", TryParse, Template, made => made.Container == container);

    /// <summary>A link under another name.</summary>
    /// <param name="container">Name or id of the other container.</param>
    /// <param name="alias">The name under which this container finds it.</param>
    /// <returns>The link.</returns>
    /// <exception cref="ArgumentException">A name holds a colon, or the first starts with <c>/</c>.</exception>
    public static ContainerLink To(string container, string alias) =>
        ValueFactory.Make(container + ":" + alias, TryParse, Template, made => made.Container == container && made.Alias == alias);

    /// <summary>Reads the text as docker does; templates are not known here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The link; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a link.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out ContainerLink? value, [NotNullWhen(false)] out GrammarError? error)
    {
        value = null;
        error = null;
        if (text.Length == 0)
        {
            error = GrammarError.Whole(text, "'' is not a container link (container or container:alias): write the container's name");
            return false;
        }

        var colon = text.IndexOf(':');
        if (colon < 0)
        {
            value = new ContainerLink(text) { Container = text, Alias = text };
            return true;
        }

        var second = text.IndexOf(':', colon + 1);
        if (second >= 0)
        {
            error = new GrammarError(
                $"'{text}' is not a container link (container or container:alias): leave out what follows the alias",
                TextRange.Between(second, text.Length),
                text.Substring(0, second)
            );
            return false;
        }

        // The engine lists links as /container:/this/alias; docker takes that form back.
        value =
            text[0] == '/'
                ? new ContainerLink(text)
                {
                    Container = text.Substring(1, colon - 1),
                    Alias = text.Substring(Math.Max(colon, text.LastIndexOf('/')) + 1),
                }
                : new ContainerLink(text) { Container = text.Substring(0, colon), Alias = text.Substring(colon + 1) };
        return true;
    }

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The link, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a link nor a template.</exception>
    public static ContainerLink Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator ContainerLink(string text) => Parse(text);

    private static ContainerLink Template(string text) => new(text, isTemplate: true);
}

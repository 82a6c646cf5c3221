using System.Diagnostics.CodeAnalysis;

namespace LaunchSdk.Values;

/// <summary>
/// Where built images are pushed: <c>host[:port]/repository</c>, without a tag, because an image is tagged with the hash of its source
/// (<c>builder.destination</c> of launch-config.yaml). <c>https://</c> is allowed and dropped.
/// </summary>
public sealed partial class RegistryDestination : DockerValue
{
    private const string NameExample = "write host/repository, such as registry.example.com:5000/team/jobs";

    private readonly string _host = "";
    private readonly string _repository = "";

    private RegistryDestination(string text)
        : base(text, isTemplate: true) { }

    private RegistryDestination(string text, string host, string repository, RegistryService service)
        : base(text)
    {
        _host = host;
        _repository = repository;
        Service = service;
    }

    /// <summary>Host of the registry, with its port where one is given.</summary>
    public string Host => Known(_host);

    /// <summary>Repository below the host; for Artifact Registry project, repository and image.</summary>
    public string Repository => Known(_repository);

    /// <summary>The service that the host belongs to.</summary>
    public RegistryService Service { get; }

    /// <summary>The destination as docker names it: host and repository.</summary>
    public string Name => $"{Host}/{Repository}";

    /// <summary>Parses a destination by the rules of its service.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The destination; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a destination.</returns>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out RegistryDestination? value,
        [NotNullWhen(false)] out GrammarError? error
    )
    {
        value = null;
        const string Scheme = "https://";
        var plain = text.StartsWith(Scheme, StringComparison.Ordinal) ? text.Substring(Scheme.Length) : text;
        if (plain.Contains("://"))
        {
            error = GrammarError.Whole(
                text,
                $"'{text}' has a scheme that a registry does not have: write host/repository, or https://host/repository"
            );
            return false;
        }

        if (!ImageReference.TryParse(plain, out var image, out error))
        {
            return false;
        }

        if (image.IsId)
        {
            error = GrammarError.Whole(text, $"'{text}' is the id of an image and names no registry: {NameExample}");
            return false;
        }

        if (image.Tag is not null || image.Digest is not null)
        {
            var name = plain.Substring(
                0,
                plain.Length - (image.Digest is { } digest ? digest.Length + 1 : 0) - (image.Tag is { } tag ? tag.Length + 1 : 0)
            );
            error = GrammarError.Whole(
                text,
                $"'{text}' carries a tag, and images are tagged with the hash of their source: write {name}",
                name
            );
            return false;
        }

        var slash = plain.IndexOf('/');
        if (slash < 0 || !IsHost(plain.Substring(0, slash)))
        {
            error = GrammarError.Whole(text, $"'{text}' names no registry: {NameExample}");
            return false;
        }

        var host = plain.Substring(0, slash);
        var repository = plain.Substring(slash + 1);
        var service = RegistryHosts.ServiceOf(host);
        if (service == RegistryService.GoogleArtifactRegistry && repository.Split('/').Length < 3)
        {
            error = GrammarError.Whole(text, $"'{text}' has no image name: write {host}/PROJECT/REPOSITORY/IMAGE");
            return false;
        }

        value = new RegistryDestination(text, host, repository, service);
        return true;
    }

    /// <summary>Parses a destination in code.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The destination, or the template.</returns>
    /// <exception cref="FormatException">The text is not a destination.</exception>
    public static RegistryDestination Parse(string text) =>
        ValueParser.Parse(text, TryParse, static template => new RegistryDestination(template));

    /// <inheritdoc cref="Parse"/>
    public static implicit operator RegistryDestination(string text) => Parse(text);

    private static bool IsHost(string text) => text == "localhost" || text.IndexOf('.') >= 0 || text.IndexOf(':') >= 0;
}

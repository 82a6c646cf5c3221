namespace LaunchSdk.Values;

/// <summary>Image references as distribution/reference's <c>ParseAnyReference</c> reads them.</summary>
internal static class ImageReferenceSyntax
{
    private const int MaxRepositoryLength = 255;
    private const int MaxTagLength = 128;
    private const string LegacyHubRegistry = "index.docker.io";

    /// <summary>Reads the whole text.</summary>
    public static bool TryParse(string text, out ImageReferenceParts parts)
    {
        if (IsId(text))
        {
            parts = ImageReferenceParts.None with { Digest = "sha256:" + text };
            return true;
        }

        if (IsDigest(text))
        {
            parts = ImageReferenceParts.None with { Digest = text };
            return true;
        }

        var (registry, remainder) = Split(text);

        // A host that no registry can have is read as the first part of the repository.
        return IsHost(registry) ? TryRead(registry, remainder, out parts) : TryRead(string.Empty, registry + "/" + remainder, out parts);
    }

    /// <summary>Upper case in the repository, white space and a web address were not meant.</summary>
    public static string? Suggest(string text)
    {
        var bare = GoText.TrimSpace(text);
        foreach (var scheme in new[] { "https://", "http://", "docker://", "docker-image://" })
        {
            bare = bare.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? bare.Substring(scheme.Length) : bare;
        }

        if (!TryParse(bare, out _))
        {
            var nameStart = Split(bare).Registry == ImageReferenceParts.HubRegistry ? 0 : bare.IndexOf('/') + 1;
            var nameEnd = bare.IndexOfAny([':', '@'], nameStart);
            nameEnd = nameEnd < 0 ? bare.Length : nameEnd;
            bare = string.Concat(
                bare.Substring(0, nameStart),
                bare.Substring(nameStart, nameEnd - nameStart).ToLowerInvariant(),
                bare.Substring(nameEnd)
            );
        }

        return TryParse(bare, out _) ? bare : null;
    }

    private static (string Registry, string Remainder) Split(string text)
    {
        var slash = text.IndexOf('/');
        var first = slash < 0 ? string.Empty : text.Substring(0, slash);
        var registry = ImageReferenceParts.HubRegistry;
        var remainder = text;
        if (first == "localhost" || first.IndexOf('.') >= 0 || first.IndexOf(':') >= 0 || HasUpperCase(first))
        {
            registry = first == LegacyHubRegistry ? ImageReferenceParts.HubRegistry : first;
            remainder = text.Substring(slash + 1);
        }

        return (
            registry,
            registry == ImageReferenceParts.HubRegistry && remainder.IndexOf('/') < 0
                ? ImageReferenceParts.OfficialPrefix + remainder
                : remainder
        );
    }

    private static bool HasUpperCase(string text)
    {
        foreach (var c in text)
        {
            if (char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryRead(string registry, string remainder, out ImageReferenceParts parts)
    {
        parts = ImageReferenceParts.None;
        var at = remainder.IndexOf('@');
        var digest = at < 0 ? null : remainder.Substring(at + 1);
        var name = at < 0 ? remainder : remainder.Substring(0, at);
        var colon = name.IndexOf(':');
        var tag = colon < 0 ? null : name.Substring(colon + 1);
        var repository = colon < 0 ? name : name.Substring(0, colon);
        if (
            !IsOnlyPath(repository)
            || repository.Length > MaxRepositoryLength
            || (tag is not null && !IsTag(tag))
            || (digest is not null && !IsDigest(digest))
        )
        {
            return false;
        }

        parts = new ImageReferenceParts(registry, repository, tag, digest);
        return true;
    }

    private static bool IsId(string text) => text.Length == 64 && text.All(IsLowerHex);

    private static bool IsLowerHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f');

    private static bool IsDigest(string text)
    {
        var colon = text.IndexOf(':');
        var length = (colon == 6 ? text.Substring(0, colon) : string.Empty) switch
        {
            "sha256" => 64,
            "sha384" => 96,
            "sha512" => 128,
            _ => -1,
        };
        return text.Length - colon - 1 == length && text.Skip(colon + 1).All(IsLowerHex);
    }

    private static bool IsTag(string text) =>
        text.Length is > 0 and <= MaxTagLength
        && text[0] is not ('.' or '-')
        && text.All(static c => GoText.IsLetter(c) || GoText.IsDigit(c) || c is '_' or '.' or '-');

    /// <summary>Lower-case letters and digits in components, with a dot, one or two underscores, or dashes between them.</summary>
    private static bool IsOnlyPath(string text)
    {
        var index = 0;
        while (true)
        {
            var start = index;
            while (index < text.Length && text[index] is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                index++;
            }

            if (index == start || index == text.Length)
            {
                return index > start;
            }

            var separator = text[index++];
            if (separator == '-')
            {
                while (index < text.Length && text[index] == '-')
                {
                    index++;
                }
            }
            else if (separator == '_' && index < text.Length && text[index] == '_')
            {
                index++;
            }
            else if (separator is not ('.' or '_' or '/'))
            {
                return false;
            }
        }
    }

    /// <summary>A domain name or an IPv6 address in brackets, with an optional port.</summary>
    private static bool IsHost(string text)
    {
        var closing = text.IndexOf(']');
        var hostEnd = text.IndexOf(':', closing < 0 ? 0 : closing);
        var host = hostEnd < 0 ? text : text.Substring(0, hostEnd);
        if (hostEnd >= 0 && (hostEnd == text.Length - 1 || !text.Skip(hostEnd + 1).All(GoText.IsDigit)))
        {
            return false;
        }

        return closing >= 0
            ? host.Length > 2
                && host[0] == '['
                && closing == host.Length - 1
                && host.Skip(1).Take(host.Length - 2).All(static c => c == ':' || GoText.HexValue(c) >= 0)
            : IsDomain(host);
    }

    /// <summary>Letters, digits and inner dashes, in labels with dots between them.</summary>
    private static bool IsDomain(string host)
    {
        var previous = '.';
        foreach (var c in host)
        {
            var fits = c switch
            {
                '.' => previous is not ('.' or '-'),
                '-' => previous != '.',
                _ => GoText.IsLetter(c) || GoText.IsDigit(c),
            };
            if (!fits)
            {
                return false;
            }

            previous = c;
        }

        return previous is not ('.' or '-');
    }
}

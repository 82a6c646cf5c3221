namespace LaunchSdk.Values;

/// <summary>
/// Recognizes the plain texts of the commonest grammars without building their values: a check that ends here allocates nothing.
/// </summary>
internal static class PlainValues
{
    /// <summary>Whether the text is of the grammar beyond doubt; false says nothing, and the grammar's own parser decides.</summary>
    public static bool Holds(Grammar grammar, string text) =>
        grammar switch
        {
            Grammar.Text or Grammar.TmpfsMount or Grammar.Capability or Grammar.DeviceMapping => true,
            Grammar.EnvironmentVariable => text.Length > 0 && text[0] != '=',
            Grammar.Label => text.Length > 0 && text[0] != '=' && text.IndexOf(' ') < 0 && text.IndexOf('\t') < 0,
            Grammar.ByteSize or Grammar.MemorySwap => SizeSyntax.TryParse(text, out _),
            Grammar.Cpus => GoRational.ParseBillionths(text, out _) == GoRational.Fault.None,
            Grammar.Integer => GoInteger.TryParse(text, GoInteger.BaseFromPrefix, out _, out _),
            Grammar.NetworkAttachment => text.Length > 0 && GoText.IsLetter(text[0]) && !NetworkText.IsLong(text),
            Grammar.GpuRequest => text == "all",
            Grammar.VolumeMount => IsVolume(text),
            Grammar.PortMapping => IsPortPair(text),
            Grammar.Ulimit => IsUlimit(text),
            Grammar.SecurityOption => text == "no-new-privileges",
            Grammar.IpAddress or Grammar.OptionalIpAddress => IsDottedQuad(text, 0, text.Length),
            Grammar.HostMapping => IsHostWithAddress(text),
            _ => false,
        };

    // One to three parts; in front of a colon at least three characters, so that it is no drive's.
    private static bool IsVolume(string text)
    {
        var start = 0;
        for (var colons = 0; colons <= 2; colons++)
        {
            var colon = text.IndexOf(':', start);
            if (colon < 0)
            {
                return start < text.Length;
            }

            if (colon - start < 3)
            {
                return false;
            }

            start = colon + 1;
        }

        return false;
    }

    // One number, so that there is no soft limit above a hard one.
    private static bool IsUlimit(string text)
    {
        var sign = text.IndexOf('=');
        if (sign < 0 || !GoInteger.TryParse(text, sign + 1, text.Length, 10, out _, out _))
        {
            return false;
        }

        for (var i = 0; i < Ulimit.Types.Count; i++)
        {
            var type = Ulimit.Types[i];
            if (type.Length == sign && string.CompareOrdinal(text, 0, type, 0, sign) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHostWithAddress(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && text.IndexOf('=') < 0 && IsDottedQuad(text, colon + 1, text.Length);
    }

    // Four numbers up to 255 without leading zeros.
    private static bool IsDottedQuad(string text, int start, int end)
    {
        var dots = 0;
        var digits = 0;
        var value = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] == '.' && digits > 0)
            {
                dots++;
                digits = value = 0;
            }
            else if (GoText.IsDigit(text[i]) && (digits == 0 || value > 0) && (value = (value * 10) + text[i] - '0') <= 255)
            {
                digits++;
            }
            else
            {
                return false;
            }
        }

        return dots == 3 && digits > 0;
    }

    // [address:]host:container with single ports, and tcp at most behind them.
    private static bool IsPortPair(string text)
    {
        var end = text.EndsWith("/tcp", StringComparison.Ordinal) ? text.Length - 4 : text.Length;
        var colon = text.LastIndexOf(':');
        var hostStart = colon <= 0 ? 0 : text.LastIndexOf(':', colon - 1) + 1;
        return colon > hostStart
            && colon < end
            && (hostStart == 0 || IsDottedQuad(text, 0, hostStart - 1))
            && PortRange.TryParse(text, hostStart, colon, out var host)
            && host.Span == 0
            && PortRange.TryParse(text, colon + 1, end, out var container)
            && container.Span == 0;
    }
}

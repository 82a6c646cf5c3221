namespace LaunchSdk.Values;

/// <summary>
/// Recognizes the plain texts of the commonest grammars without building their values: a check that ends here allocates nothing.
/// </summary>
internal static class PlainValues
{
    /// <summary>Whether the text is of the grammar beyond doubt; false says nothing, and the grammar's own parser decides.</summary>
    public static bool Holds(Grammar grammar, string text) => grammar switch
    {
        Grammar.Text or Grammar.TmpfsMount or Grammar.Capability => true,
        Grammar.EnvironmentVariable => text.Length > 0 && text[0] != '=',
        Grammar.Label => text.Length > 0 && text[0] != '=' && text.IndexOf(' ') < 0 && text.IndexOf('\t') < 0,
        Grammar.ByteSize or Grammar.MemorySwap => SizeSyntax.TryParse(text, out _),
        Grammar.Cpus => GoRational.ParseBillionths(text, out _) == GoRational.Fault.None,
        Grammar.Integer => GoInteger.TryParse(text, GoInteger.BaseFromPrefix, out _, out _),
        Grammar.NetworkAttachment => text.Length > 0 && GoText.IsLetter(text[0]) && !NetworkText.IsLong(text),
        Grammar.GpuRequest => text == "all",
        Grammar.VolumeMount => IsVolume(text),
        Grammar.PortMapping => IsPortPair(text),
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

    private static bool IsPortPair(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 0
            && PortRange.TryParse(text, 0, colon, out var host) && host.Span == 0
            && PortRange.TryParse(text, colon + 1, text.Length, out var container) && container.Span == 0;
    }
}

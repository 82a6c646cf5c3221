using System.Text.RegularExpressions;

namespace LaunchSdk.Problems;

/// <summary>Addresses in messages: what logs in with them is hidden, be it in a URL or in a connection string.</summary>
internal static class AddressText
{
    private const string Hidden = "***";
    private const RegexOptions Flags = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // http://token@host hides a token, ssh://git@host a name that is none. The last @ ends what logs in; digits and a slash are a port.
    private static readonly Regex UserInfo = new(
        @"(?<scheme>[a-z][a-z0-9+.-]{0,30})://(?<user>[^\s/@:]*)(?<password>:(?!\d+/)\S*)?@",
        Flags
    );

    private static readonly Regex QuerySecret = new(
        @"(?<=[?&](?:[a-z0-9_.-]*(?:token|secret|password|passwd|signature|credential|api[_-]?key|access[_-]?key)|sig|pwd|auth)=)"
            + @"[^&\s#'""]+",
        Flags
    );

    private static readonly Regex PairSecret = new(
        @"(?<=(?:^|[;\s'""])(?:password|pwd|passwd|passphrase|account ?key|shared ?access ?key|access ?key)\s*=\s*)"
            + @"(?:'[^']*'|""[^""]*""|[^;\s'""]+(?:\s+[^;\s'""=]+)*(?=;)|[^;\s'""]+)",
        Flags
    );

    // No address is longer, and a search through more would take long.
    private const int LongestSearched = 16_000;

    /// <summary>
    /// The text, with <c>***</c> in the place of passwords and tokens in addresses, and of <see cref="NamedSecrets"/>; cut where it is
    /// longer than any message.
    /// </summary>
    public static string Hide(string text)
    {
        text = LongText.Cut(text, LongestSearched);
        if (text.IndexOf("://", StringComparison.Ordinal) >= 0)
        {
            text = QuerySecret.Replace(UserInfo.Replace(text, HideUser), Hidden);
        }

        return NamedSecrets.Hide(text.IndexOf('=') >= 0 ? PairSecret.Replace(text, Hidden) : text);
    }

    private static string HideUser(Match match)
    {
        var scheme = match.Groups["scheme"].Value;
        if (match.Groups["password"].Success)
        {
            var isWeb = scheme.StartsWith("http", StringComparison.OrdinalIgnoreCase);
            return isWeb ? $"{scheme}://{Hidden}@" : $"{scheme}://{match.Groups["user"].Value}:{Hidden}@";
        }

        return scheme.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? $"{scheme}://{Hidden}@" : match.Value;
    }
}

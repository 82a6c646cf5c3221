using System.Buffers;
using System.Text;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Docker.Masking;

/// <summary>
/// Puts <c>***</c> in the place of secrets: as they are, escaped as JSON, base64 (also within a longer base64 text, whatever its alignment)
/// and URL-encoded.
/// The result does not depend on how the text was cut into pieces. Safe to use from many threads.
/// </summary>
public sealed class SecretMasker
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Replacement = "***";

    /// <summary>Bytes of UTF-8 that a secret has at least: shorter ones would hide half of any text, and are left alone.</summary>
    public const int ShortestSecret = 4;

    private readonly byte[][][] _byFirstByte = new byte[256][][];
    private readonly bool[] _pairs = new bool[256 * 256];
    private readonly SearchValues<byte> _firstBytes;

    private SecretMasker(HashSet<string> forms)
    {
        // Latin-1 keeps a form's bytes as they are.
        var patterns = forms.Select(Encoding.Latin1.GetBytes).ToArray();
        foreach (var group in patterns.GroupBy(static pattern => pattern[0]))
        {
            _byFirstByte[group.Key] = [.. group.OrderByDescending(static pattern => pattern.Length)];
        }

        foreach (var pattern in patterns)
        {
            _pairs[(pattern[0] << 8) | pattern[1]] = true;
        }

        _firstBytes = SearchValues.Create([.. patterns.Select(static pattern => pattern[0]).Distinct()]);
        IsEmpty = patterns.Length == 0;
    }

    /// <summary>A masker that hides nothing.</summary>
    public static SecretMasker None { get; } = new([]);

    /// <summary>Whether there is nothing to hide.</summary>
    public bool IsEmpty { get; }

    /// <summary>A masker for these secrets. Each line of a secret that has several, such as a private key, is one too.</summary>
    /// <param name="secrets">The secrets; those shorter than <see cref="ShortestSecret"/> are left alone.</param>
    /// <returns>The masker.</returns>
    public static SecretMasker Create(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var forms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var secret in secrets)
        {
            SecretForms.AddTo(forms, secret);
        }

        return forms.Count == 0 ? None : new SecretMasker(forms);
    }

    /// <summary>The text without the secrets.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text with <c>***</c> in the place of each secret.</returns>
    public string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsEmpty)
        {
            return text;
        }

        var masked = new ArrayBufferWriter<byte>(text.Length + 16);
        var stream = new MaskingStream(this);
        stream.Write(Encoding.UTF8.GetBytes(text), masked);
        stream.Complete(masked);
        return Encoding.UTF8.GetString(masked.WrittenSpan);
    }

    /// <summary>
    /// A receiver that hides the secrets and hands the rest on. It holds back as much of the end as may be the beginning of a secret.
    /// </summary>
    /// <param name="receiver">Takes the output without the secrets.</param>
    /// <returns>The masking receiver.</returns>
    public IContainerOutput Wrap(IContainerOutput receiver)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        return IsEmpty ? receiver : new MaskedContainerOutput(this, receiver);
    }

    /// <summary>The first place at which a secret may begin; -1 for none.</summary>
    internal int Candidate(ReadOnlySpan<byte> bytes) => bytes.IndexOfAny(_firstBytes);

    /// <summary>
    /// The length of the longest secret at the beginning of the bytes; 0 for none, -1 when more bytes are needed to tell.
    /// </summary>
    internal int Match(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        if (_byFirstByte[bytes[0]] is not { } patterns || (bytes.Length > 1 && !_pairs[(bytes[0] << 8) | bytes[1]]))
        {
            return 0;
        }

        var longest = 0;
        foreach (var pattern in patterns)
        {
            if (pattern.Length <= bytes.Length)
            {
                longest = Math.Max(longest, bytes.StartsWith(pattern) ? pattern.Length : 0);
            }
            else if (!isEnd && pattern.AsSpan().StartsWith(bytes))
            {
                return -1;
            }
        }

        return longest;
    }
}

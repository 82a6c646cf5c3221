using System.Text;

namespace LaunchSdk.Agent.Wandb.Client;

/// <summary>Keeps the API key out of texts: as it is, and as the header has it.</summary>
internal sealed class KeyMask
{
    private readonly string[] _secrets;

    public KeyMask(string apiKey)
    {
        Header = Convert.ToBase64String(Encoding.UTF8.GetBytes($"api:{apiKey}"));
        _secrets = [Header, apiKey, Uri.EscapeDataString(apiKey)];
    }

    /// <summary>The credentials of basic authentication.</summary>
    public string Header { get; }

    /// <summary>The text without the key.</summary>
    public string Mask(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A text of the server for a message: one line of bounded length, without the key and without control characters.</summary>
    public string Line(string? text)
    {
        const int Longest = 500;
        var line = new string((text ?? string.Empty).Select(c => char.IsControl(c) ? ' ' : c).ToArray());
        line = Mask(line).Trim();
        return line.Length > Longest ? string.Concat(line.AsSpan(0, Longest), "…") : line;
    }
}

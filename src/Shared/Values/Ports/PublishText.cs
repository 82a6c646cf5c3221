using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <summary>Docker's long notation of a published port, <c>published=8080,target=80,protocol=tcp</c>, which it rewrites into the short one.</summary>
internal static class PublishText
{
    /// <summary>Reads the text into <paramref name="parts"/>; null when it is a published port. Keys that docker does not know are ignored, as docker does.</summary>
    public static GrammarError? Read(string text, PortText parts)
    {
        var published = "";
        var target = "";
        var protocol = "tcp";
        var targetRange = new TextRange(0, text.Length);
        for (var start = 0; start <= text.Length; )
        {
            var comma = text.IndexOf(',', start);
            var end = comma < 0 ? text.Length : comma;
            var sign = text.IndexOf('=', start, end - start);
            if (sign <= start)
            {
                return new GrammarError(
                    $"'{text}' is not a published port: '{text.Substring(start, end - start)}' is not key=value; write for example published=8080,target=80",
                    TextRange.Between(start, end)
                );
            }

            var value = text.Substring(sign + 1, end - sign - 1);
            switch (text.Substring(start, sign - start))
            {
                case "published":
                    published = value;
                    break;
                case "target":
                    target = value;
                    targetRange = TextRange.Between(sign + 1, end);
                    break;
                case "protocol":
                    protocol = value;
                    break;
            }

            start = end + 1;
        }

        var fault = parts.Read($"{published}:{target}/{protocol}");
        return fault is null
            ? null
            : new GrammarError(
                target.Length == 0
                    ? (MessageText)$"'{text}' is not a published port: it names no port of the container; write target=80 with that port"
                    : (MessageText)$"'{text}' is not a published port, for docker reads it so: {fault.Sentence}",
                target.Length == 0 ? targetRange : new TextRange(0, text.Length)
            );
    }
}

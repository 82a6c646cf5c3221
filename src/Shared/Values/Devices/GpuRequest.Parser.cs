using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <content>Docker's CSV notation.</content>
public sealed partial class GpuRequest
{
    /// <summary>Reads a text into a request, which has no value yet. Keys count in their case.</summary>
    private sealed class Parser(string text, GpuRequest request)
    {
        private const string Kind =
            "a request for GPUs (all, a number, or count= device= driver= capabilities= options= with commas between them)";
        private static readonly string[] Keys = ["count", "device", "driver", "capabilities", "options"];

        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

        /// <summary>Reads the text; null when it is a request.</summary>
        public GrammarError? Read()
        {
            if (!CsvRecord.TryRead(text, Kind, out var fields, out var error))
            {
                return error;
            }

            foreach (var field in fields)
            {
                error = ReadField(field);
                if (error is not null)
                {
                    return error;
                }
            }

            if (!_seen.Contains("count") && request.DeviceIds.Count == 0)
            {
                request.Count = 1;
            }

            return null;
        }

        private GrammarError? ReadField(CsvField field)
        {
            var sign = field.Text.IndexOf('=');
            var key = sign < 0 ? field.Text : field.Text.Substring(0, sign);
            if (!_seen.Add(key))
            {
                return new GrammarError(
                    $"'{text}' is not {Kind}: '{key}' stands twice; write it once, several values as in \"device=0,1\"",
                    field.Range,
                    Merged(key)
                );
            }

            if (sign < 0)
            {
                // A field without a key is a count, and stands in the way of a later count=.
                _seen.Add("count");
                return ReadCount(field, 0);
            }

            var value = field.Text.Substring(sign + 1);
            switch (key)
            {
                case "count":
                    return ReadCount(field, sign + 1);
                case "device":
                    request.DeviceIds = value.Split(',');
                    return null;
                case "driver":
                    request.Driver = value;
                    return null;
                case "capabilities":
                    request.Capabilities = [.. value.Split(','), GpuRequest.GpuCapability];
                    return null;
                case "options":
                    return ReadOptions(field, value, sign + 1);
                default:
                    var meant = NearestName.FindOne(key, Keys);
                    return new GrammarError(
                        $"'{text}' is not {Kind}: '{key}' is not one of its keys{(meant is null ? "; leave it out" : "; write " + meant)}",
                        field.Part(0, sign),
                        meant is null ? null : field.Replaced(text, 0, sign, meant)
                    );
            }
        }

        private GrammarError? ReadCount(CsvField field, int start)
        {
            var count = field.Text.Substring(start);
            if (count == "all")
            {
                request.Count = -1;
                return null;
            }

            if (GoInteger.TryParse(count, 10, out var number, out _))
            {
                request.Count = number;
                return null;
            }

            var tidy = count.Trim().ToLowerInvariant();
            var meant = tidy is "all" || GoInteger.TryParse(tidy, 10, out _, out _) ? tidy : null;
            return new GrammarError(
                $"'{text}' is not {Kind}: '{count}' is neither 'all' nor an integer; write "
                    + $"{meant ?? "all or a number, or device=" + count + " for a device"}",
                field.Part(start, field.Text.Length),
                meant is null ? null : field.Replaced(text, start, field.Text.Length, meant)
            );
        }

        private GrammarError? ReadOptions(CsvField field, string value, int start)
        {
            if (!CsvRecord.TryRead(value, "the driver's options (key=value with commas between them)", out var fields, out var fault))
            {
                return new GrammarError($"'{text}' is not {Kind}: {fault.Sentence}", field.Part(start, field.Text.Length));
            }

            var options = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var option in fields)
            {
                var sign = option.Text.IndexOf('=');
                options[sign < 0 ? option.Text : option.Text.Substring(0, sign)] = sign < 0 ? "" : option.Text.Substring(sign + 1);
            }

            request.Options = options;
            return null;
        }

        /// <summary><c>device=0,device=1</c> was meant as one field.</summary>
        private string? Merged(string key)
        {
            if (key is not ("device" or "capabilities") || !CsvRecord.TryRead(text, Kind, out var fields, out _))
            {
                return null;
            }

            var prefix = key + "=";
            var (same, others) = (new List<string>(), new List<string>());
            foreach (var field in fields)
            {
                if (field.Text.StartsWith(prefix, StringComparison.Ordinal))
                {
                    same.Add(field.Text.Substring(prefix.Length));
                }
                else
                {
                    others.Add(field.Text);
                }
            }

            return CsvRecord.Write([prefix + string.Join(",", same), .. others]);
        }
    }
}

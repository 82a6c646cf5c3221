using LaunchSdk.Problems;

namespace LaunchSdk.Values;

/// <content>Docker's two notations.</content>
public sealed partial class NetworkAttachment
{
    /// <summary>
    /// Whether docker reads the text as CSV: somewhere a <c>=</c> stands between two ASCII letters, digits or underscores.
    /// </summary>
    internal static bool IsLong(string text)
    {
        for (var sign = text.IndexOf('='); sign >= 0; sign = text.IndexOf('=', sign + 1))
        {
            if (sign > 0 && sign + 1 < text.Length && IsWord(text[sign - 1]) && IsWord(text[sign + 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the name is not one of docker's own modes.</summary>
    private static bool IsOwn(string target) =>
        target is not ("default" or "bridge" or "host" or "none") && !target.StartsWith("container:", StringComparison.Ordinal);

    private static bool IsWord(char c) => GoText.IsLetter(c) || GoText.IsDigit(c) || c == '_';

    /// <summary>Reads a text into a network, which has no value yet.</summary>
    private sealed class Parser(string text, NetworkAttachment network)
    {
        private const string Kind = "a network (a name, or key=value with commas between them such as name=backend,alias=db)";
        private static readonly string[] Keys = ["name", "alias", "ip", "ip6", "mac-address", "link-local-ip", "driver-opt", "gw-priority"];

        private string _macAddress = "";
        private List<string>? _aliases;
        private List<string>? _linkLocalIps;
        private Dictionary<string, string>? _driverOptions;

        /// <summary>Reads the text; null when it is a network.</summary>
        public GrammarError? Read()
        {
            if (!IsLong(text))
            {
                network.Target = text;
                return CheckWhole();
            }

            if (!CsvRecord.TryRead(text, Kind, out var fields, out var error))
            {
                return error;
            }

            foreach (var field in fields)
            {
                error = ReadField(field, GoCase.ToLower(field.Text));
                if (error is not null)
                {
                    return error;
                }
            }

            return CheckWhole();
        }

        private GrammarError? ReadField(CsvField field, string lower)
        {
            var sign = lower.IndexOf('=');
            if (sign <= 0)
            {
                return new GrammarError(
                    $"'{text}' is not {Kind}: '{field.Text}' is not key=value; write a key before it, name= for the network's name",
                    field.Range,
                    sign < 0 && lower.Length > 0 ? field.Replaced(text, 0, 0, "name=") : null
                );
            }

            var value = GoText.TrimSpace(lower.Substring(sign + 1));
            switch (GoText.TrimSpace(lower.Substring(0, sign)))
            {
                case "name":
                    network.Target = value;
                    return null;
                case "alias":
                    (_aliases ??= []).Add(value);
                    return null;
                case "ip":
                    return ReadAddress(field, value, sign, address => network.IPv4Address = address);
                case "ip6":
                    return ReadAddress(field, value, sign, address => network.IPv6Address = address);
                case "mac-address":
                    _macAddress = value;
                    return null;
                case "link-local-ip":
                    return ReadAddress(field, value, sign, address => (_linkLocalIps ??= []).Add(address));
                case "driver-opt":
                    return ReadDriverOption(field, value, sign);
                case "gw-priority":
                    return ReadPriority(field, value, sign);
                case var key:
                    var meant = NearestName.FindOne(key, Keys);
                    return new GrammarError(
                        $"'{text}' is not {Kind}: '{key}' is not one of its keys; {(meant is null ? "leave it out" : "write " + meant)}",
                        field.Part(0, sign),
                        meant is null ? null : field.Replaced(text, 0, sign, meant)
                    );
            }
        }

        private GrammarError? ReadAddress(CsvField field, string value, int sign, Action<string> set)
        {
            if (GoIpAddress.TryNormalize(value, out var address))
            {
                set(address);
                return null;
            }

            var meant = IpAddressValue.Suggest(value);
            var key = field.Text.Substring(0, sign);
            var wayOut = meant ?? "one such as 10.0.0.5 or 2001:db8::5";
            return new GrammarError(
                $"'{text}' is not {Kind}: '{value}' is not an IP address; write {wayOut} for {key}, or leave {key} out",
                field.Part(sign + 1, field.Text.Length),
                meant is null ? null : field.Replaced(text, sign + 1, field.Text.Length, meant)
            );
        }

        private GrammarError? ReadDriverOption(CsvField field, string value, int sign)
        {
            var second = value.IndexOf('=');
            if (second <= 0)
            {
                return new GrammarError(
                    $"'{text}' is not {Kind}: '{value}' is no option of a driver (name=value); write for example driver-opt=mtu=1400",
                    field.Part(sign + 1, field.Text.Length)
                );
            }

            _driverOptions ??= new Dictionary<string, string>(StringComparer.Ordinal);
            _driverOptions[GoText.TrimSpace(value.Substring(0, second))] = GoText.TrimSpace(value.Substring(second + 1));
            return null;
        }

        private GrammarError? ReadPriority(CsvField field, string value, int sign)
        {
            if (!GoInteger.TryParse(value, 10, out var priority, out _))
            {
                return new GrammarError(
                    $"'{text}' is not {Kind}: '{value}' is not an integer; write digits for gw-priority, such as 1",
                    field.Part(sign + 1, field.Text.Length)
                );
            }

            network.GatewayPriority = priority;
            return null;
        }

        private GrammarError? CheckWhole()
        {
            if (GoText.TrimSpace(network.Target).Length == 0)
            {
                return GrammarError.Whole(text, $"'{text}' is not {Kind}: it names no network; write a name, or leave the option out");
            }

            if (_aliases is not null && !IsOwn(network.Target))
            {
                return GrammarError.Whole(
                    text,
                    $"'{text}' is not {Kind}: the network '{network.Target}' knows no aliases; leave alias out, or "
                        + $"use a network of your own"
                );
            }

            if (_macAddress.Length > 0 && !Values.MacAddress.IsAddress(_macAddress))
            {
                return GrammarError.Whole(
                    text,
                    $"'{text}' is not {Kind}: '{_macAddress}' is not a MAC address; write for example 92:d0:c6:0a:29:33"
                );
            }

            Finish();
            return null;
        }

        private void Finish()
        {
            network.MacAddress = Values.MacAddress.Normalize(_macAddress);
            network.Aliases = (IReadOnlyList<string>?)_aliases ?? [];
            network.LinkLocalIps = (IReadOnlyList<string>?)_linkLocalIps ?? [];
            network.DriverOptions = _driverOptions ?? NoOptions;
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using LaunchSdk.Options;
using LaunchSdk.Testing;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>Values to start from: those of the recordings, by option and by grammar, and text that breaks careless readers.</summary>
internal static class ValueSamples
{
    /// <summary>Text that is unusual for any grammar.</summary>
    public static string[] Nasty { get; } =
    [
        "", " ", "a", "A", "0", "1", "-1", "+1", "-0", "1_000", "1__0", "_1", "0x10", "0X1F", "0x_f", "010", "08", "0b11", "0o17", "0O7", "1e3", "1E+3", "1e-3", "1e400", ".5", "5.", "1.5", "1.5g", "1,5",
        "1 g", "1  g", "1gib", "1GiBx", "1kb", "1p", "1e", "1ei", "0x1p4", "0x1p-2", "inf", "+Inf", "NaN", "1/2", "1/0", "2/-4", "99999999999999999999", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "-9223372036854775809", "18446744073709551615", "18446744073709551616", "65535", "65536", "4294967296", "2147483648", "8191p", "8192p", "1h30m", "1.5h", "1ns", "0.1ns", "1us", "1µs", "1μs", "1d", "-1s", "2562047h47m16.854775807s",
        "2562048h", "true", "false", "null", "none", "default", "bridge", "host", "private", "shareable", "container:", "container:a", "container:a:b", "service:x", "'", "\"", "\"\"", "\"a\"", "a\"b", "\"a\"b", "a,b", ",", "a,,b", "a:b", ":", "::", ":a", "a:",
        "a:b:c", "a:b:c:d", "=", "a=b", "a=", "=b", "a=b=c", "a==", "::1", "[::1]", "[::1", "::1]", "::ffff:1.2.3.4", "fe80::1%eth0", "1.2.3.4", "1.2.3", "01.2.3.4", "1.2.3.256", "1.2.3.4/24", "C:\\a", "c:\\a:c:\\b", "C:\\a:ro", "C:/a:/b", "c:", "\\\\.\\pipe\\x", "\\\\host\\share:/a",
        "//x", "/", "/a", "/a/", "/a:/b", "/a:/b:ro", "/a:/b:RO", "/a:/b:ro,rw", "/a:/b:", "/a::ro", "/a:b", "./a:/b", "..", ".", "../a", "~", "~/a:/b", "$HOME", "%TEMP%", "a/../b", "日本", "é", "e\u0301", "İ", "ß", "ı", "K", "\t", "a b", " a", "a ", "a\tb", "a\nb", "a\r\nb", "\n", "\u00a0", "\u0085", "\ufeff", "\u200b", "\u2028", "😀",
        "٣", "１", "--privileged", "-", "--", "-it", "#", "a#b", "%", "a%2Fb", "a/b", "a\\b", "\\", "*", "?", "{}", "{{.Name}}", "{{", "${", "$", "`", ";", "|", "&", "!", "@", "a@b", "[1]", "[]", "()", "<>", "^", "80", "80/tcp", "80/udp", "80/TCP", "80/sctp", "80/xyz", "80-82", "82-80", "0-0", "65535-65536", "1-2:3-4", "1-3:4", "1:2-3", "8080:80",
        "127.0.0.1::80", "[::1]:80:80", "0x50:80", "+80:80", "80:80/tcp/udp", "type=bind", "type=bind,source=/a,target=/b", "Type=BIND,SRC=/a,DST=/b,RO", "type=tmpfs,dst=/a,tmpfs-size=1g,tmpfs-mode=01777", "type=volume,dst=/a,volume-opt=a=b,volume-opt=a=c", "readonly", "readonly=1", "ro=TRUE", "ro=yes", "name=a,alias=b", "NAME=A,Alias=B",
        "driver-opt=a=b", "count=all", "count=-1", "device=0,1", "\"device=0,1\"", "\"capabilities=a,b\"", "capabilities=gpu", "all", "ALL", "CAP_ALL", "cap_net_admin", "Net_Admin", "stdin", "STDIN", "StdOut", "always", "on-failure", "on-failure:", "on-failure:3", "on-failure:-1", "on-failure:+1", "on-failure:0x3", "unless-stopped", "no:1",
        "linux", "linux/amd64", "LINUX/AMD64", "linux/arm", "linux/arm64/v8", "linux/aarch64", "linux/arm/v8", "windows(10.0.17763)/amd64", "a/b/c/d", "/", "92:d0:c6:0a:29:33", "92-d0-c6-0a-29-33", "92d0.c60a.2933", "00:00:00:00:fe:80:00:00", "nofile=1024", "nofile=1:2", "nofile=2:1", "nofile=-1", "NOFILE=1", "nofile=1:", "memlock=-1:-1", "nofile=-1:5",
        "no-new-privileges", "no-new-privileges:true", "no-new-privileges=false", "seccomp=unconfined", "seccomp=seccomp.json", "seccomp:seccomp.json", "seccomp=missing.json", "label:disable", "systempaths=unconfined", "systempaths=x", "apparmor=x", "host-gateway", "a:host-gateway", "a=::1", "a:[::1]", "a:b=c",
    ];

    private const string Characters = ":=,/.-_+ \"'\\0123456789abcxkKmMgGtTpPbBiIsS%[]{}()#@!~;|&*?<>$\t\n\ré日😀\u00a0";

    private static readonly Lazy<ILookup<DockerOption, (string Text, bool IsTame)>> Recorded = new(Load);

    /// <summary>One character or surrogate pair each.</summary>
    public static string[] Runes { get; } = [.. Characters.EnumerateRunes().Select(rune => rune.ToString())];

    /// <summary>Values that docker takes for the option.</summary>
    public static string[] Tame(DockerOption option) => OrNumber([.. Recorded.Value[option].Where(value => value.IsTame).Select(value => value.Text)]);

    /// <summary>All recorded values of the option's grammar, taken or not, and the nasty ones.</summary>
    public static string[] Wild(DockerOption option) => option.Name switch
    {
        "env-file" or "label-file" => [.. RandomFiles.LineFiles, .. RecordedOf(option)],
        "security-opt" => [.. RandomFiles.JsonFiles.Select(file => $"seccomp={file}"), .. RecordedOf(option)],
        _ => RecordedOf(option),
    };

    private static string[] RecordedOf(DockerOption option) =>
        [.. Recorded.Value.Where(group => group.Key.Grammar == option.Grammar && (option.Grammar != Grammar.Text || group.Key == option)).SelectMany(group => group).Select(value => value.Text).Distinct(StringComparer.Ordinal)];

    private static string[] OrNumber(string[] texts) => texts.Length > 0 ? texts : ["1"];

    private static ILookup<DockerOption, (string, bool)> Load() => Directory.EnumerateFiles(Repository.Combine("tests", "Fixtures", "docker-run"), "*.jsonl")
        .Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines)
        .Select(line => JsonNode.Parse(line)!)
        .SelectMany(record => record["config"]!.AsObject().Select(pair => (pair.Key, pair.Value, IsTame: (string)record["outcome"]! == "create")))
        .Where(setting => setting.Value?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Array && DockerOptions.TryGet(setting.Key, out _))
        .SelectMany(setting => OracleCase.Texts(setting.Value).Select(text => (Option: Option(setting.Key), Value: (text, setting.IsTame))))
        .Distinct()
        .ToLookup(value => value.Option, value => value.Value);

    private static DockerOption Option(string name) => DockerOptions.TryGet(name, out var option) ? option : throw new ArgumentException(name);
}

namespace LaunchSdk.Cli.Tests.Values;

/// <summary>Values of every grammar, and texts a few characters away from them.</summary>
internal sealed class NearValues(Random random)
{
    private static readonly string Hex = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

    private static readonly string[] Valid =
    [
        "",
        "512m",
        "1.5g",
        "-1",
        "0x1F",
        "1h30m",
        "1.5h",
        "2.5",
        "1/3",
        "a=b",
        "A",
        "net.core.somaxconn=1",
        "nofile=1024:2048",
        "always",
        "on-failure:3",
        "host",
        "container:x",
        "service:x",
        "busybox:1.36",
        "localhost:5000/a/b:t",
        "[::1]:5000/a",
        "docker.io/library/x@sha256:" + Hex,
        "sha256:" + Hex,
        Hex,
        "reg.example.com/x/y",
        "https://r.azurecr.io/x",
        "us-docker.pkg.dev/p/r/i",
        "/a:/b:ro",
        "C:\\x:/y",
        "type=bind,src=/a,dst=/b,readonly",
        "type=tmpfs,dst=/x,tmpfs-size=1g",
        "/run:size=64m,mode=1777",
        "8080:80/tcp",
        "127.0.0.1:8000-8010:9000-9010",
        "[::1]:80:80",
        "53/udp",
        "/dev/a:/dev/b:rwm",
        "vendor.com/class=name",
        "c 1:3 rwm",
        "/dev/sda:10mb",
        "/dev/sda:100",
        "device=0,1",
        "\"device=0,1\",capabilities=compute",
        "all",
        "SYS_ADMIN",
        "seccomp=unconfined",
        "label=user:x",
        "linux/arm64/v8",
        "02:42:ac:11:00:02",
        "10.0.0.1",
        "2001:db8::1",
        "host:10.0.0.1",
        "name=net,alias=a,ip=10.0.0.2",
        "x:y",
        "example.com",
        "stdout",
        "1000:1000",
        "root",
        "3.12",
        "net8.0",
        "10.0",
        "git@github.com:a/b.git",
        "https://github.com/a/b.git#main:dir",
        "./src",
        "s3://bucket/key",
        "allow:memory,cpus",
        "${run_id}",
        "{{name}}",
    ];

    private static readonly string[] Pieces =
    [
        "0",
        "9",
        "-",
        "+",
        ".",
        ",",
        ":",
        "/",
        "=",
        "@",
        "#",
        "%",
        "&",
        "[",
        "]",
        "(",
        ")",
        "\"",
        "'",
        "\\",
        " ",
        "\t",
        "\n",
        "\0",
        "_",
        "a",
        "Z",
        "e",
        "x",
        "::",
        "..",
        "//",
        "sha256:",
        "${",
        "{{",
        "}}",
        "\u00e9",
        "\u0663",
        "\ud800",
        "\U0001F600",
        "9223372036854775808",
        "1e400",
        "localhost",
        ";",
        "~",
        "*",
        "?",
        "<",
        "|",
    ];

    public static IEnumerable<string> All => Valid;

    /// <summary>Long texts of one part: what takes the square of their length would not end.</summary>
    public static IEnumerable<string> Long => Pieces.Select(static piece => string.Concat(Enumerable.Repeat(piece, 200_000)));

    public string Next()
    {
        var text = Valid[random.Next(Valid.Length)];
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var at = random.Next(text.Length + 1);
            text = random.Next(3) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 4), text.Length - at)),
                1 => text.Insert(at, Valid[random.Next(Valid.Length)]),
                _ => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text;
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using LaunchSdk.Docker.Translation;
using LaunchSdk.Options;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>
/// Generators of configurations: mostly values that docker takes, with one or two that are odd, of every type that a queue file can say.
/// </summary>
internal static partial class CaseGenerator
{
    private static readonly (string ApiVersion, string OperatingSystem)[] Engines =
    [
        ("1.50", "linux"),
        ("1.50", "linux"),
        ("1.41", "linux"),
        ("1.50", "windows"),
    ];
    private static readonly string[] Images =
    [
        "busybox",
        "busybox:1.36",
        "registry.example.com:5000/team/app:v1",
        "a/b@sha256:" + new string('a', 64),
        "UPPER",
        "a b",
        "a:",
        "localhost/x",
        new string('a', 64),
    ];
    private static readonly string[][] Commands =
    [
        [],
        [],
        ["true"],
        ["sh", "-c", "echo $HOME; exit 3"],
        ["-v", "--rm"],
        ["", " ", "日本"],
        ["--"],
        ["a", "--", "b"],
    ];

    /// <summary>Whole configurations.</summary>
    public static Gen<OracleCase> Cases { get; } =
        from engine in Gen.Elements(Engines)
        from count in Gen.Choose(0, 9)
        from odd in Gen.Choose(0, 2)
        from options in Gen.ListOf(Gen.Elements<DockerOption>([.. DockerOptions.All]), count)
        from settings in Settings([.. options], odd)
        from image in Gen.Frequency((12, Gen.Constant("busybox")), (4, Gen.Elements(Images)), (1, Text(Images)))
        from command in Gen.Elements(Commands)
        where !image.StartsWith('-')
        select new OracleCase(engine.ApiVersion, engine.OperatingSystem, Mapping(settings), image, command);

    /// <summary>Configurations of one option alone, with every odd value.</summary>
    public static Gen<OracleCase> CasesOf(DockerOption option) =>
        from engine in Gen.Elements(Engines)
        from setting in Setting(option, isOdd: true)
        select new OracleCase(
            option.EngineOs == "windows" ? "1.50" : engine.ApiVersion,
            option.EngineOs ?? engine.OperatingSystem,
            Mapping([setting]),
            "busybox",
            []
        );

    /// <summary>Configurations of options of one area, which have rules between them.</summary>
    public static Gen<OracleCase> CasesOf(ITranslationArea area) =>
        from engine in Gen.Elements(Engines)
        from count in Gen.Choose(2, 6)
        from odd in Gen.Choose(0, 2)
        from options in Gen.ListOf(Gen.Elements<DockerOption>([.. area.Options, DockerOptions.Rm, DockerOptions.Detach]), count)
        from settings in Settings([.. options], odd)
        select new OracleCase(engine.ApiVersion, engine.OperatingSystem, Mapping(settings), "busybox", []);

    private static Gen<KeyValuePair<string, JsonNode?>[]> Settings(DockerOption[] options, int odd)
    {
        var settings = Gen.Constant(Array.Empty<KeyValuePair<string, JsonNode?>>());
        for (var i = 0; i < options.Length; i++)
        {
            var (before, option, isOdd) = (settings, options[i], i < odd);
            settings = from all in before from setting in Setting(option, isOdd) select all.Append(setting).ToArray();
        }

        return settings;
    }

    private static Gen<KeyValuePair<string, JsonNode?>> Setting(DockerOption option, bool isOdd) =>
        from name in Gen.Elements<string>([option.Name, option.Name, option.ShortName ?? option.Name, .. option.HiddenNames])
        from value in isOdd ? Gen.Frequency((1, Misuse(option)), (40, Value(option, isOdd))) : Value(option, isOdd)
        select KeyValuePair.Create(name, value);

    private static Gen<JsonNode?> Value(DockerOption option, bool isOdd)
    {
        var scalar = Scalar(isOdd ? Text(ValueSamples.Wild(option)) : Gen.Elements(ValueSamples.Tame(option)));
        return option.Arity switch
        {
            OptionArity.Flag => Gen.Elements(true, true, false).Select(flag => (JsonNode?)JsonValue.Create(flag)),
            OptionArity.Single => scalar,
            _ => Gen.OneOf(
                scalar,
                from count in Gen.Choose(0, 3)
                from items in Gen.ListOf(scalar, count)
                select (JsonNode?)new JsonArray([.. items.Select(item => item!.DeepClone())])
            ),
        };
    }

    private static Gen<JsonNode?> Misuse(DockerOption option) =>
        Gen.OneOf<JsonNode?>(
            Gen.Constant<JsonNode?>(null),
            Gen.Elements(true, false).Select(flag => (JsonNode?)JsonValue.Create(flag)),
            Gen.Elements(ValueSamples.Nasty).Select(text => (JsonNode?)JsonValue.Create(text)),
            Gen.Elements(ValueSamples.Tame(option)).Select(text => (JsonNode?)new JsonArray(JsonValue.Create(text), JsonValue.Create(text)))
        );

    // A text that is a plain number stands in the file as a number now and then.
    private static Gen<JsonNode?> Scalar(Gen<string> text) =>
        from value in text
        from bare in Gen.Choose(0, 2)
        select (JsonNode?)(
            bare == 0 && PlainNumber.IsMatch(value)
                ? JsonValue.Create(decimal.Parse(value, CultureInfo.InvariantCulture))
                : JsonValue.Create(value)
        );

    private static Gen<string> Text(string[] samples)
    {
        var start = Gen.Frequency((3, Gen.Elements(samples)), (2, Gen.Elements(ValueSamples.Nasty)));
        var edited = from text in start from edit in Edit(text) select edit;
        var twice = from text in edited from edit in Edit(text) select edit;
        var joined =
            from left in start
            from sign in Gen.Elements(":", "=", ",", "/", "-", "", " ")
            from right in start
            select left + sign + right;
        return Gen.Frequency((5, start), (4, edited), (2, twice), (2, joined));
    }

    private static Gen<string> Edit(string text)
    {
        var at = Gen.Choose(0, text.Length).Select(index => index < text.Length && char.IsLowSurrogate(text[index]) ? index - 1 : index);
        var insert = from index in at from rune in Gen.Elements(ValueSamples.Runes) select text.Insert(index, rune);
        var delete = from index in at select index == text.Length ? text : text.Remove(index, char.IsHighSurrogate(text[index]) ? 2 : 1);
        var repeat =
            from index in at
            from length in Gen.Choose(0, 4)
            let cut = Math.Min(length, text.Length - index)
            select Whole(text[..(index + cut)]) + Whole(text[index..]);
        var cased = Gen.Elements(text.ToUpperInvariant(), text.ToLowerInvariant());
        var spaced = Gen.Elements(" " + text, text + " ", text + "\n", "\t" + text, text + "\r");
        return Gen.Frequency((4, insert), (3, delete), (1, repeat), (1, cased), (1, spaced));
    }

    // An argument of a process cannot hold half a surrogate pair.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD));

    private static JsonObject Mapping(IEnumerable<KeyValuePair<string, JsonNode?>> settings)
    {
        var mapping = new JsonObject();
        foreach (var (name, value) in settings)
        {
            mapping[name] = value?.DeepClone();
        }

        return mapping;
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{0,4}[1-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber { get; }
}

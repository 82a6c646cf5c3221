using System.Reflection;
using System.Text.RegularExpressions;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Analyzers.Tests.CSharp;

/// <summary>Every rule about a queue's options, in every form in which C# sets them.</summary>
public sealed partial class CodeFormTests
{
    // The id, what is set before, and the option with its value as a property has it and as an argument.
    private static readonly (string Id, string Before, string Option, string Value, string Argument)[] Rules =
    [
        ("LSDK0005", "", "Memory", "512mb2", "512mb2"),
        ("LSDK0009", "Rm = true", "Restart", "\"always\"", "\"always\""),
        ("LSDK0009", "Detach = true", "Attach", "[\"stdout\"]", "\"stdout\""),
        ("LSDK0009", "LogDriver = \"none\"", "LogOpt", "[\"max-size=1m\"]", "\"max-size=1m\""),
        ("LSDK0009", "NoHealthcheck = true", "HealthCmd", "\"true\"", "\"true\""),
        ("LSDK0101", "", "Restart", "\"on-error:3\"", "\"on-error:3\""),
        ("LSDK0201", "", "Name", "\"trainer\"", "\"trainer\""),
        ("LSDK0202", "", "Env", "[\"/data:/data\"]", "\"/data:/data\""),
        ("LSDK0203", "", "Env", "[\"DB_PASSWORD=hunter2\"]", "\"DB_PASSWORD=hunter2\""),
        ("LSDK0204", "", "Gpus", "[\"device=0,1\"]", "\"device=0,1\""),
        ("LSDK0205", "", "CapAdd", "[\"SYS_PTRACE\"]", "\"SYS_PTRACE\""),
        ("LSDK0206", "", "Ip", "\"10.0.0.2\"", "\"10.0.0.2\""),
    ];

    // Rules that are no constant's: about files and their notation, about what only the run knows, and about a project's files together.
    private static readonly ProblemRule[] BeyondCode =
    [
        Syntax.Rule,
        DuplicateKey.Rule,
        UnknownKey.Rule,
        WrongType.Rule,
        NotAllowed.Rule,
        OutOfRange.Rule,
        MissingKey.Rule,
        AmbiguousScalar.Rule,
        UnknownVariable.Rule,
        InvalidVariable.Rule,
        LimitExceeded.Rule,
        NotSupportedByEngine.Rule,
        FileNotUsable.Rule,
        InvalidImage.Rule,
        RepeatedOption.Rule,
        Deprecated.Rule,
        UnknownRegistry.Rule,
        .. ProblemRules.All.Where(rule => rule.NeedsProject),
    ];

    // Forms of which the analyzer sees only a part: what another part may set is not held against them.
    private static readonly string[] OpenForms = ["with", "local function"];

    // Forms with one set of members; {0} is what is set before, {1} the option that is marked.
    private static readonly (string Name, string Text)[] Initializers =
    [
        ("initializer", "var config = new DockerQueueConfig {{ {0}{1} }};"),
        ("target-typed initializer", "DockerQueueConfig config = new() {{ {0}{1} }};"),
        ("with", "var config = new DockerQueueConfig(); var other = config with {{ {0}{1} }};"),
    ];

    private static readonly (string Name, string Text)[] Chains =
    [
        ("chain", """DockerQueue.Create("q", b => b{0}.{1});"""),
        ("statements", """DockerQueue.Create("q", b => {{ b{0}.ShmSize("1g"); b.{1}; }});"""),
        ("delegate", """Action<DockerQueueBuilder> common = b => b{0}.{1};"""),
        ("local function", """void Common(DockerQueueBuilder b) => b{0}.{1};"""),
    ];

    public static TheoryData<string, string, string> Forms()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (id, before, option, value, argument) in Rules)
        {
            foreach (var (form, text) in Initializers)
            {
                data.Add(
                    form,
                    id,
                    Format(text, before.Length == 0 ? "" : before + ", ", Mark(form, id, option, $"{option} = ", value, ""))
                );
            }

            foreach (var (form, text) in Chains)
            {
                data.Add(form, id, Format(text, Call(before), Mark(form, id, option, option + "(", argument, ")")));
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public Task A_rule_is_marked_in_every_form(string form, string id, string statements)
    {
        Assert.NotEmpty(form + id);
        return CodeTest.Statements(statements);
    }

    [Fact]
    public Task What_cannot_be_read_hides_no_other_item() =>
        CodeTest.Statements("""var config = new DockerQueueConfig { {|LSDK0203:Env = [unknown, "DB_PASSWORD=hunter2"]|} };""");

    [Fact]
    public Task Several_problems_of_one_queue_are_marked_together() =>
        CodeTest.Statements(
            """
            var config = new DockerQueueConfig
            {
                Memory = "{|LSDK0005:512mb2|}",
                {|LSDK0205:Rm = true|},
                {|LSDK0009:{|LSDK0205:Restart = RestartPolicy.Always|}|},
                {|LSDK0203:Env = ["A=1", "HF_TOKEN=abcdef", "{|LSDK0005:=|}"]|},
                {|LSDK0201:Name = "trainer"|},
            };
            {|LSDK0401:Gpus.All.WithDriver("nvidia")|};
            """
        );

    [Fact]
    public void Every_rule_that_code_can_break_is_marked_in_a_test()
    {
        var marked = typeof(CodeFormTests)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(CodeFormTests).Namespace)
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>())
            .SelectMany(row => Marks().Matches((string)row.Data[0]!).Select(match => match.Value))
            .Concat(Rules.Select(rule => rule.Id))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(ProblemRules.All.Except(BeyondCode).Select(rule => rule.Id), marked);
    }

    [GeneratedRegex(@"(?<=\{\|)LSDK\d{4}")]
    private static partial Regex Marks();

    private static string Mark(string form, string id, string option, string head, string value, string tail) =>
        (id, OpenForms.Contains(form)) switch
        {
            // A value is marked inside its literal, whatever the form.
            ("LSDK0005", _) => $"{head}\"{{|{id}:{value}|}}\"{tail}",
            ("LSDK0206", true) => head + value + tail,
            _ => $"{{|{id}:{head}{value}{tail}|}}",
        };

    private static string Call(string before) =>
        before.Split(" = ") switch
        {
            [var option, "true"] => $".{option}()",
            [var option, var value] => $".{option}({value})",
            _ => "",
        };

    private static string Format(string text, string before, string marked) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, text, before, marked);
}

using LaunchSdk.Configuration;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Testing;
using NJsonSchema;
using NJsonSchema.Validation;

namespace LaunchSdk.Schemas.Tests;

/// <summary>
/// NJsonSchema judges every fixture beside LaunchSdk's own validator. What JSON Schema can say, both must say, of the same keys at the top:
/// grammars, duplicate keys, ambiguous scalars, templates and rules across options are beyond it.
/// </summary>
public sealed class SecondJudgeTests
{
    private static readonly ProblemRule[] Structural = [UnknownKey.Rule, WrongType.Rule, NotAllowed.Rule, OutOfRange.Rule, MissingKey.Rule];

    // A rule across keys, and the 32 bits that LaunchSdk has for a whole number.
    private static readonly string[] BeyondTheSchemas = ["needs a 'region'", "is 99999999999: "];

    private static readonly Dictionary<string, JsonSchema> Schemas = SchemaFiles.Names.ToDictionary(
        name => name,
        name => JsonSchema.FromJsonAsync(SchemaFiles.Text(name)).GetAwaiter().GetResult()
    );

    [Theory]
    [MemberData(nameof(Readable))]
    public void Both_judges_find_the_same_keys_wrong(ConfigFixture fixture)
    {
        var document = ConfigDocument.ReadBytes(File.ReadAllBytes(fixture.FullPath), fixture.Name);

        var theirs = Schema(fixture, document).Validate(ToJson(document)).Select(KeyOf).Distinct().Order(StringComparer.Ordinal);
        var ours = Problems(fixture, document)
            .Where(problem => IsStructural(fixture, document, problem))
            .Select(problem => KeyOf(document, problem))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(theirs, ours);
    }

    public static TheoryData<ConfigFixture> Readable() => [.. ConfigFixture.All().Select(row => row.Data).Where(IsReadable)];

    private static bool IsReadable(ConfigFixture fixture)
    {
        var document = ConfigDocument.ReadBytes(File.ReadAllBytes(fixture.FullPath), fixture.Name);
        return document.HasRoot && document.Problems.Count == 0;
    }

    private static IReadOnlyList<Problem> Problems(ConfigFixture fixture, ConfigDocument document) =>
        fixture.Kind switch
        {
            "agent" => AgentConfigFile.Read(document).Problems,
            "job" => JobFile.Read(document, QueueReadOptions.Default).Problems,
            _ => QueueFile.Read(document, QueueReadOptions.Default).Problems,
        };

    // It passes over if/then/else, so it is given the branch; a file is a definition when it has the key `queue`.
    private static JsonSchema Schema(ConfigFixture fixture, ConfigDocument document) =>
        fixture.Kind switch
        {
            "agent" => Schemas["launch-config"],
            "job" => Schemas["launch-job"],
            _ => Schemas["docker-queue"].Definitions[document.Root.TryGetMember("queue", out _) ? "queue" : "options"],
        };

    private static bool IsStructural(ConfigFixture fixture, ConfigDocument document, Problem problem)
    {
        if (IsInResourceArgsOfJob(fixture, document, problem))
        {
            return false;
        }

        if (problem.Rule == AmbiguousScalar.Rule)
        {
            // A number, truth value or null where only text belongs; a text that only readers of YAML 1.1 mistake is text here.
            return problem.Message.Contains("text belongs here", StringComparison.Ordinal)
                && NodeAt(document.Root, problem.File!.Range) is { Kind: not ConfigNodeKind.String };
        }

        // Of conflicts the schema of a job knows two: one source, and not both of template_variables and resource_args.
        return Structural.Contains(problem.Rule)
            ? !BeyondTheSchemas.Any(words => problem.Message.Contains(words, StringComparison.Ordinal))
            : problem.Rule == Conflict.Rule && fixture.Kind == "job";
    }

    // x-launch-ref keeps editors from fetching a second file: JSON Schema sees any object there.
    private static bool IsInResourceArgsOfJob(ConfigFixture fixture, ConfigDocument document, Problem problem) =>
        fixture.Kind == "job"
        && document.Root.TryGetMember("resource_args", out var args)
        && args.TryGetMember("local-container", out var options)
        && problem.File!.Range.Start >= options.Range.Start
        && problem.File!.Range.End <= options.Range.End;

    private static ConfigNode? NodeAt(ConfigNode node, TextRange range)
    {
        if (node.Range == range && node.Kind is not (ConfigNodeKind.Mapping or ConfigNodeKind.Sequence))
        {
            return node;
        }

        foreach (var member in node.Members)
        {
            if (NodeAt(member.Value, range) is { } found)
            {
                return found;
            }
        }

        foreach (var item in node.Items)
        {
            if (NodeAt(item, range) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The key at the top that a problem is about; <c>#</c> for the whole.</summary>
    private static string KeyOf(ConfigDocument document, Problem problem)
    {
        var isWhole =
            problem.Rule == Conflict.Rule || (problem.File!.Range.Length == 0 && problem.File!.Range.Start == document.Root.Range.Start);
        foreach (var member in document.Root.Members)
        {
            if (
                !isWhole
                && problem.File!.Range.Start >= member.Key.Range.Start
                && problem.File!.Range.End <= Math.Max(member.Key.Range.End, member.Value.Range.End)
            )
            {
                return member.Key.Text;
            }
        }

        return "#";
    }

    private static string KeyOf(ValidationError error)
    {
        var path = (error.Path ?? "").TrimStart('#').Trim('/').Split('.', '/', '[')[0];
        return
            path.Length == 0
            || (
                error.Kind == ValidationErrorKind.PropertyRequired
                && !error.Path!.TrimStart('#').Trim('/').Contains('.', StringComparison.Ordinal)
            )
            ? "#"
            : path;
    }

    // null is "not set": a key that has it is left out, as LaunchSdk leaves it out.
    private static string ToJson(ConfigDocument document)
    {
        var writer = ConfigWriter.Create(ConfigFormat.Json);
        Write(writer, document.Root);
        return writer.ToString();
    }

    private static void Write(ConfigWriter writer, ConfigNode node)
    {
        if (node.Kind != ConfigNodeKind.Mapping)
        {
            writer.Node(node);
            return;
        }

        writer.BeginMapping();
        foreach (var member in node.Members)
        {
            if (member.Value.Kind != ConfigNodeKind.Null)
            {
                writer.Key(member.Key.Text);
                Write(writer, member.Value);
            }
        }

        writer.EndMapping();
    }
}

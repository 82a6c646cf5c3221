using LaunchSdk.SchemaGenerator.Emission;
using LaunchSdk.SchemaGenerator.Parsing;
using LaunchSdk.SchemaGenerator.Tests.Running;

namespace LaunchSdk.SchemaGenerator.Tests;

public class GeneratedCodeTests
{
    [Theory]
    [InlineData("model")]
    [InlineData("tables")]
    public void The_small_schemas_give_code_without_a_warning(string emit)
    {
        var run = GeneratorRun.Of(emit, Schemas.Queue(), Schemas.Document());

        Assert.Empty(TargetCompilation.Problems(run, withModel: emit == "model"));
    }

    [Theory]
    [InlineData("model")]
    [InlineData("tables")]
    public void The_schemas_of_the_repository_give_code_without_a_warning(string emit)
    {
        var run = GeneratorRun.Of(emit, Schemas.Real());

        Assert.Empty(TargetCompilation.Problems(run, withModel: emit == "model"));
    }

    [Fact]
    public void Tables_are_all_that_a_project_gets_that_asks_for_tables() =>
        Assert.Equal(
            [
                "CgroupnsMode.g.cs",
                "DockerOptions.Lookup.g.cs",
                "DockerOptions.g.cs",
                "Grammar.g.cs",
                "GrammarCheck.g.cs",
                "LaunchSchemas.g.cs",
                "Pull.g.cs",
                "UsernsMode.g.cs",
                "UtsMode.g.cs",
            ],
            GeneratorRun.Of("tables", Schemas.Real()).Files.Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_project_that_asks_for_nothing_gets_nothing() => Assert.Empty(GeneratorRun.Of("", Schemas.Real()).Files);

    [Fact]
    public void Generated_files_have_no_carriage_return() =>
        Assert.DoesNotContain(GeneratorRun.Of("model", Schemas.Real()).Files, file => file.Value.Contains('\r', StringComparison.Ordinal));

    [Fact]
    public void A_grammar_has_one_row() =>
        Assert.Equal(Grammars.Rows.Count, Grammars.Rows.Select(row => row.Name).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void A_list_of_words_becomes_a_grammar_and_a_type()
    {
        var files = GeneratorRun.Of("tables", Schemas.Real()).Files;

        Assert.Contains("    CgroupnsMode,\n", files["Grammar.g.cs"], StringComparison.Ordinal);
        Assert.Contains(
            "Grammar.CgroupnsMode => global::LaunchSdk.Values.CgroupnsMode.TryParse(",
            files["GrammarCheck.g.cs"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "public static CgroupnsMode Private { get; } = new(\"private\");",
            files["CgroupnsMode.g.cs"],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("One. Two.", "One.", "Two.")]
    [InlineData("Uses e.g. one thing. Two.", "Uses e.g. one thing.", "Two.")]
    [InlineData("Version 1.43 of it. Rest", "Version 1.43 of it.", "Rest")]
    [InlineData("No end", "No end", "")]
    public void A_description_splits_after_its_first_sentence(string text, string first, string rest)
    {
        Assert.Equal(first, Sentences.First(text));
        Assert.Equal(rest, Sentences.Rest(text));
    }

    [Theory]
    [InlineData("shm-size", "ShmSize")]
    [InlineData("ip6", "Ip6")]
    [InlineData("max_jobs", "MaxJobs")]
    [InlineData("linux/amd64", "LinuxAmd64")]
    [InlineData("64bit", "_64bit")]
    public void A_name_becomes_a_member(string name, string member) => Assert.Equal(member, Names.ToMember(name));

    [Theory]
    [InlineData("DISABLED", "Disabled")]
    [InlineData("V0", "V0")]
    [InlineData("ecr", "Ecr")]
    public void A_value_becomes_a_member_of_an_enum(string value, string member) => Assert.Equal(member, Names.ToEnumMember(value));
}

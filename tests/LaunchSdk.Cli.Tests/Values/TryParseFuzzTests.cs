using LaunchSdk.Testing;

namespace LaunchSdk.Cli.Tests.Values;

/// <summary>Whatever text a <c>TryParse</c> gets, it answers: a value that prints back, or an error.</summary>
public sealed class TryParseFuzzTests
{
    private const int TextsOfEach = 1000;

    // Against a hang only: each is far below a second.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static TheoryData<string> Names => [.. TryParseMethod.All().Select(static method => method.Name).Distinct()];

    [Fact]
    public void All_are_found() =>
        Assert.Superset(
            new HashSet<string>
            {
                "RegistryDestination.TryParse",
                "GitSource.TryParse",
                "OverridePolicy.TryParse",
                "ImageReferenceSyntax.TryParse",
                "GoInteger.TryParse",
            },
            new HashSet<string>(TryParseMethod.All().Select(static method => method.Name))
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_text_is_answered(string name)
    {
        var (seed, repeat) = FuzzSeed.Take();
        var values = new NearValues(new Random(seed));

        var texts = NearValues.All.Concat(Enumerable.Range(0, TextsOfEach).Select(_ => values.Next())).ToList();

        var fault = FindFault(name, texts);

        Assert.True(fault is null, $"{fault}\n{repeat}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_long_text_is_answered(string name)
    {
        var answers = Task.Run(() => FindFault(name, NearValues.Long));

        Assert.Null(await answers.WaitAsync(Longest, TestContext.Current.CancellationToken));
    }

    private static string? FindFault(string name, IEnumerable<string> texts) =>
        TryParseMethod
            .All()
            .Where(method => method.Name == name)
            .SelectMany(method => texts.Select(text => Fault(method, text)))
            .OfType<string>()
            .FirstOrDefault();

    private static string? Fault(TryParseMethod method, string text)
    {
        try
        {
            return method.FindFault(text) is { } fault ? $"{method.Name}({Shown(text)}): {fault}" : null;
        }
        catch (System.Reflection.TargetInvocationException thrown)
        {
            return $"{method.Name}({Shown(text)}) throws {thrown.InnerException}";
        }
    }

    private static string Shown(string text) => System.Text.Json.JsonSerializer.Serialize(text.Length > 200 ? text[..200] : text);
}

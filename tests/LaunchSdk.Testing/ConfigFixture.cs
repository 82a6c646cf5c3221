using System.Text.RegularExpressions;
using Xunit;

namespace LaunchSdk.Testing;

/// <summary>
/// A configuration file of <c>tests/Fixtures/configs/KIND</c> and the problems it must give: every <c>LSDK0003 @ 4:11</c> in its own text,
/// or, because JSON has no comments, in a file of the same name with <c>.expected</c> behind it.
/// </summary>
/// <param name="name">Path below <c>tests/Fixtures/configs</c>, with <c>/</c>.</param>
public sealed partial class ConfigFixture(string name) : NamedFixture(name)
{
    private const string ProjectFolder = "project";

    /// <summary>For the test runner.</summary>
    public ConfigFixture()
        : this("") { }

    /// <summary><c>queue</c>, <c>agent</c> or <c>job</c>: what the file is. In a project the file's name tells.</summary>
    public string Kind =>
        Name[..Name.IndexOf('/', StringComparison.Ordinal)] switch
        {
            ProjectFolder => Path.GetFileName(Name) == "launch-config.yaml" ? "agent" : "queue",
            var kind => kind,
        };

    /// <summary>Whether the fixture says information too; in others it would stand at most options and hide what they are about.</summary>
    public bool HasInformation =>
        Name.Contains("/information/", StringComparison.Ordinal) || Name.StartsWith(ProjectFolder + "/", StringComparison.Ordinal);

    /// <summary>The file.</summary>
    public string FullPath => Repository.Combine("tests", "Fixtures", "configs", Name);

    /// <summary>The problems, <c>LSDK0003 @ 4:11</c>, in the order of the text.</summary>
    public IReadOnlyList<string> Expected => [.. Expectation().Matches(File.ReadAllText(ExpectationPath)).Select(match => match.Value)];

    private string ExpectationPath => File.Exists(FullPath + ".expected") ? FullPath + ".expected" : FullPath;

    /// <summary>Every fixture of one file.</summary>
    public static TheoryData<ConfigFixture> All()
    {
        var root = Repository.Combine("tests", "Fixtures", "configs");
        return
        [
            .. Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".json" or ".yaml")
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Where(file => !file.StartsWith(ProjectFolder + "/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(file => new ConfigFixture(file)),
        ];
    }

    [GeneratedRegex(@"LSDK\d{4} @ \d+:\d+")]
    private static partial Regex Expectation();
}

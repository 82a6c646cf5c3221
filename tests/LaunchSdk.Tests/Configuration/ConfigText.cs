using System.Globalization;
using LaunchSdk.Configuration;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Testing;

namespace LaunchSdk.Tests.Configuration;

/// <summary>Reads configuration for tests, and shows problems as fixtures write them.</summary>
internal static class ConfigText
{
    public static ConfigResult<LaunchAgentConfig> Agent(string yaml) =>
        AgentConfigFile.Read(ConfigDocument.Read(yaml, ConfigFormat.Yaml, "launch-config.yaml"));

    public static ConfigResult<LaunchJob> Job(string yaml) =>
        JobFile.Read(ConfigDocument.Read(yaml, ConfigFormat.Yaml, "job.yaml"), QueueReadOptions.Default);

    public static DockerQueue Queue(string yaml) => DockerQueue.Parse(yaml).GetValueOrThrow();

    /// <summary>The problems of a fixture that it says.</summary>
    public static IReadOnlyList<Problem> Problems(ConfigFixture fixture)
    {
        var document = ConfigDocument.ReadBytes(File.ReadAllBytes(fixture.FullPath), fixture.Name);
        var all = fixture.Kind switch
        {
            "agent" => AgentConfigFile.Read(document).Problems,
            "job" => JobFile.Read(document, QueueReadOptions.Default).Problems,
            _ => QueueFile.Read(document, QueueReadOptions.Default).Problems,
        };
        return [.. all.Where(problem => fixture.HasInformation || problem.Severity != ProblemSeverity.Information)];
    }

    /// <summary><c>LSDK0003 @ 4:11</c></summary>
    public static string Show(Problem problem) =>
        string.Create(CultureInfo.InvariantCulture, $"{problem.Rule.Id} @ {problem.File!.Start.Line}:{problem.File!.Start.Column}");

    public static string Write(Action<ConfigWriter> write, ConfigFormat format)
    {
        var writer = ConfigWriter.Create(format);
        write(writer);
        return writer.ToString();
    }
}

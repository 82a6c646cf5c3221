namespace LaunchSdk.Tests.Configuration;

/// <summary>What members generated from files are made with.</summary>
public class CheckedSettingsTests
{
    [Fact]
    public void Settings_are_those_of_the_file_that_says_the_same()
    {
        var config = DockerQueueConfig.FromChecked("e", new[] { "A=1", "B" }, "rm", true, "memory", "8g", "cpus", null);

        Assert.Equal(DockerQueue.Parse("e: [A=1, B]\nrm: true\nmemory: 8g\ncpus: null").GetValueOrThrow().Config, config);
        Assert.Equal(["A=1", "B"], config.Env!.Select(variable => variable.Text));
    }

    [Fact]
    public void No_settings_set_nothing() => Assert.Equal(new DockerQueueConfig(), DockerQueueConfig.FromChecked());

    [Theory]
    [InlineData("'memry' is not an option of docker run", "memry", "8g")]
    [InlineData("'memory' has no value", "memory")]
    [InlineData("cpus: '4' is not a text, a list of texts, a flag or null", "cpus", 4)]
    [InlineData("'8' is not an option of docker run", 8, "memory")]
    public void What_no_generator_writes_is_refused(string message, params object[] settings) =>
        Assert.StartsWith(
            message,
            Assert.Throws<ArgumentException>(() => DockerQueueConfig.FromChecked(settings)).Message,
            StringComparison.Ordinal
        );
}

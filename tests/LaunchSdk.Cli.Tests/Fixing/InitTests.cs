namespace LaunchSdk.Cli.Tests.Fixing;

public sealed class InitTests : IDisposable
{
    private readonly FixRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task The_files_that_init_writes_are_valid()
    {
        await _tool.Run("init");

        var code = await _tool.Run("validate", "launch-config.yaml", "queues/workstation.yaml");

        Assert.Equal("", _tool.Error);
        Assert.Equal(0, code);
    }

    [Theory]
    [InlineData("launch-config.yaml", ".launchsdk/schemas/launch-config.schema.json")]
    [InlineData("queues/workstation.yaml", "../.launchsdk/schemas/docker-queue.schema.json")]
    public async Task The_modeline_names_a_schema_that_is_there(string file, string schema)
    {
        await _tool.Run("init", "project");

        Assert.StartsWith($"# yaml-language-server: $schema={schema}\n", _tool.Read("project/" + file), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(_tool.PathOf("project/" + file))!, schema)));
    }

    [Fact]
    public async Task A_queue_or_agent_file_that_is_there_is_kept_and_nothing_is_written()
    {
        _tool.Write("launch-config.yaml", "mine\n");

        var code = await _tool.Run("init");

        Assert.Equal(1, code);
        Assert.Equal("mine\n", _tool.Read("launch-config.yaml"));
        Assert.Equal(["launch-config.yaml"], Directory.GetFileSystemEntries(_tool.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Editor_settings_that_are_there_are_kept_and_the_addition_is_shown()
    {
        Directory.CreateDirectory(_tool.PathOf(".vscode"));
        _tool.Write(".vscode/settings.json", "{}");

        var code = await _tool.Run("init");

        Assert.Equal(0, code);
        Assert.Equal("{}", _tool.Read(".vscode/settings.json"));
        Assert.Contains("kept .vscode/settings.json; add to it:", _tool.Output, StringComparison.Ordinal);
    }
}

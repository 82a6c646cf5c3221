namespace LaunchSdk.Cli.Tests.Fixing;

public sealed class ValidateFixTests : IDisposable
{
    private readonly FixRun _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("memroy: 1g\n", "memory: 1g\n")]
    [InlineData("mem_limit: 1g\n", "memory: 1g\n")]
    [InlineData("memory: 512mb2\n", "memory: 512m\n")]
    [InlineData("shm-size: 1gig\n", "shm-size: 1g\n")]
    [InlineData("health-interval: 30\n", "health-interval: \"30s\"\n")]
    [InlineData("pull: alway\n", "pull: always\n")]
    [InlineData("rm: \"true\"\n", "rm: true\n")]
    [InlineData("init: no\n", "init: false\n")]
    [InlineData("memory: [1g]\n", "memory: 1g\n")]
    [InlineData("label: [a=b, no]\n", "label: [a=b, \"no\"]\n")]
    [InlineData("env:\n\t- A=1\n", "env:\n  - A=1\n")]
    [InlineData("env:\n  A: 1\n  B: x y\n", "env:\n  - \"A=1\"\n  - \"B=x y\"\n")]
    [InlineData("env: { A: 1 }\n", "env: [\"A=1\"]\n")]
    [InlineData("name: job-${run_ide}\n", "name: job-${run_id}\n")]
    [InlineData("e: /data:/data\n", "v: /data:/data\n")]
    [InlineData("env:\n  - /a:/b\n  - /c:/d:ro\n", "volume:\n  - /a:/b\n  - /c:/d:ro\n")]
    [InlineData("gpus: device=0,1\n", "gpus: '\"device=0,1\"'\n")]
    [InlineData("gpus: 'device=0,device=1'\n", "gpus: '\"device=0,1\"'\n")]
    public async Task What_a_machine_can_mend_is_mended(string broken, string mended)
    {
        _tool.Write("queue.yaml", broken);

        var code = await _tool.Run("validate", "--fix", "queue.yaml");

        Assert.Equal(mended, _tool.Read("queue.yaml"));
        Assert.DoesNotContain(": error ", _tool.Output, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Theory]
    [InlineData("memory: 1g\ncpus: 2\nmemory: 2g\n", "cpus: 2\nmemory: 2g\n")]
    [InlineData("memory: 1g # old\n# two cores\ncpus: 2\nmemory: 2g # new\n", "# two cores\ncpus: 2\nmemory: 2g # new\n")]
    [InlineData("env:\n  - A=1\n  - B=2\nenv: [C=3]\n", "env: [C=3]\n")]
    [InlineData("{ memory: 1g, memory: 2g }\n", "{ memory: 2g }\n")]
    [InlineData("{\"memory\": \"1g\",\n \"memory\": \"2g\"}\n", "{\"memory\": \"2g\"}\n")]
    public async Task Of_a_repeated_key_the_one_that_readers_overlook_is_removed(string broken, string mended)
    {
        _tool.Write("queue.yaml", broken);

        await _tool.Run("validate", "--fix", "queue.yaml");

        Assert.Equal(mended, _tool.Read("queue.yaml"));
    }

    [Theory]
    [InlineData(26, "rm: true\n", "rm: true\n")]
    [InlineData(70, "rm: true\n", "rm: true\n")]
    [InlineData(2_500, "rm: true\n", "rm: true\n")]
    [InlineData(40, "env: [A=1]\nrm: true\n", "env: [A=1]\nrm: true\n")]
    public async Task One_run_removes_every_repetition(int count, string lines, string mended)
    {
        _tool.Write("queue.yaml", string.Concat(Enumerable.Repeat(lines, count)));

        await _tool.Run("validate", "--fix", "queue.yaml");

        Assert.Equal(mended, _tool.Read("queue.yaml"));
    }

    [Theory]
    [InlineData("queue.json", "{\n  \"volume: [\"/a:/b\", \"/c:/d\"],\n  \"rm\": true\n}\n")]
    [InlineData("queue.json", "{\"memory: \"1g\", \"rm\": true}")]
    [InlineData("queue.json", "{\"memory\": \"1g, \"rm\": true}")]
    [InlineData("queue.json", "{\"env\": [\"A=1\", \"B=2], \"rm\": true}")]
    [InlineData("queue.json", "{\"memroy\": \"512mb2\", 'rm': True")]
    [InlineData("queue.yaml", "env:\n\t- A=1\nmemory: \"1g\nrm: true\n")]
    [InlineData("queue.yaml", "memroy: 512mb2\nvolume: [\"/a:/b\nrm: true\n")]
    [InlineData("queue.yaml", "{memroy: 1g, \"rm\"true}\n")]
    [InlineData("launch-config.yaml", "entity: e\nqueue: q\nbuilder: {type: docker\n")]
    public async Task A_file_whose_notation_stays_broken_is_left_alone(string name, string broken)
    {
        _tool.Write(name, broken);

        var code = await _tool.Run("validate", "--fix", name);

        Assert.Equal(broken, _tool.Read(name));
        Assert.DoesNotContain("fixed", _tool.Error, StringComparison.Ordinal);
        Assert.Contains("LSDK0001", _tool.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, code);
    }

    [Theory]
    [InlineData("queue: q\n", "queues: [q]\n")]
    [InlineData("queues: q\n", "queues: [q]\n")]
    public async Task A_single_value_is_wrapped_where_a_list_belongs(string broken, string mended)
    {
        _tool.Write("launch-config.yaml", "entity: e\n" + broken);

        await _tool.Run("validate", "--fix", "launch-config.yaml");

        Assert.Equal("entity: e\n" + mended, _tool.Read("launch-config.yaml"));
    }

    [Fact]
    public async Task A_mended_key_shows_its_broken_value_which_is_mended_too()
    {
        _tool.Write("queue.yaml", "memroy: 512mb2\n");

        await _tool.Run("validate", "--fix", "queue.yaml");

        Assert.Equal("memory: 512m\n", _tool.Read("queue.yaml"));
    }

    [Fact]
    public async Task Line_ends_comments_and_the_byte_order_mark_stay()
    {
        _tool.Write("queue.yaml", "\uFEFF# limits\r\nmemroy: 1g   # generous\r\n\r\ncpus:  2");

        await _tool.Run("validate", "--fix", "queue.yaml");

        Assert.Equal("\uFEFF# limits\r\nmemory: 1g   # generous\r\n\r\ncpus:  2", _tool.Read("queue.yaml"));
    }

    [Fact]
    public async Task Changes_are_told_and_what_is_left_is_reported()
    {
        _tool.Write("queue.yaml", "memroy: 1g\nrestart: always\nrm: true\n");

        var code = await _tool.Run("validate", "--fix", "queue.yaml");

        Assert.Equal("queue.yaml(1,1): fixed LSDK0003: Change 'memroy' to 'memory'\n", _tool.Error);
        Assert.StartsWith("queue.yaml(2,10): error LSDK0009:", _tool.Output, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task A_file_with_nothing_to_mend_is_not_written()
    {
        _tool.Write("queue.yaml", "restart: always\nrm: true\n");
        var written = DateTime.UnixEpoch;
        File.SetLastWriteTimeUtc(_tool.PathOf("queue.yaml"), written);

        await _tool.Run("validate", "--fix", "queue.yaml");

        Assert.Equal(written, File.GetLastWriteTimeUtc(_tool.PathOf("queue.yaml")));
    }

    [Fact]
    public async Task More_problems_than_are_listed_at_once_are_all_mended()
    {
        var names = Enumerable.Range(0, 1500).Select(i => $"\"A{i}=1\"").ToArray();
        _tool.Write("queue.json", "{\"env\": [" + string.Join(", // one\n", names) + "]}");

        var code = await _tool.Run("validate", "--fix", "queue.json");

        Assert.Equal("{\"env\": [" + string.Join(", \n", names) + "]}", _tool.Read("queue.json"));
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task An_edit_that_another_one_spoils_is_tried_again_as_the_file_is_then()
    {
        _tool.Write("launch-config.yaml", "entity: e\nqueues: [q]\nregistry:\n  uri: r.azurecr.io/x\nbilder:\n  type: docker\n");

        await _tool.Run("validate", "--fix", "launch-config.yaml");

        Assert.Equal("entity: e\nqueues: [q]\nbuilder:\n  type: docker\n  destination: r.azurecr.io/x\n", _tool.Read("launch-config.yaml"));
    }

    [Theory]
    [InlineData("registry: {type: ecr, uri: r.azurecr.io/x}\n")]
    [InlineData("registry: {type: acr, uri: r.azurecr.io/x}\nbuilder: {destination: r.azurecr.io/y}\n")]
    [InlineData("registry: {type: local}\n")]
    [InlineData("registry: {uri: r.azurecr.io/x}\nbuilder: ~\n")]
    public async Task A_registry_that_says_something_else_than_its_successor_stays(string text)
    {
        _tool.Write("launch-config.yaml", "entity: e\nqueues: [q]\n" + text);

        await _tool.Run("validate", "--fix", "launch-config.yaml");

        Assert.Equal("entity: e\nqueues: [q]\n" + text, _tool.Read("launch-config.yaml"));
    }

    [Fact]
    public async Task A_key_is_not_renamed_to_one_that_is_there()
    {
        _tool.Write("queue.yaml", "memory: 1g\nmemroy: 2g\n");

        await _tool.Run("validate", "--fix", "queue.yaml");

        Assert.Equal("memory: 1g\nmemroy: 2g\n", _tool.Read("queue.yaml"));
    }

    [Fact]
    public async Task A_value_that_needs_quotes_in_brackets_gets_them()
    {
        _tool.Write("queue.yaml", "memory: [1g]\nadd-host: [ 'a=1.2.3.4' ]\nlabel: [ yes ]\n");

        await _tool.Run("validate", "--fix", "queue.yaml");

        Assert.Equal("memory: 1g\nadd-host: [ 'a=1.2.3.4' ]\nlabel: [ \"yes\" ]\n", _tool.Read("queue.yaml"));
    }

    [Fact]
    public async Task What_no_edit_touches_of_standard_input_is_printed_as_it_is()
    {
        await _tool.RunWithInput("memroy: 1g\r\n# a\ttab\u200b\r\n", "validate", "--fix", "-");

        Assert.Equal("memory: 1g\r\n# a\ttab\u200b\r\n", _tool.Output);
    }

    [Fact]
    public async Task Standard_input_is_printed_mended_and_reports_go_to_stderr()
    {
        var code = await _tool.RunWithInput("memroy: 1g\nstop-timeout: x\n", "validate", "--fix", "-");

        Assert.Equal("memory: 1g\nstop-timeout: x\n", _tool.Output);
        Assert.Contains("-(1,1): fixed LSDK0003", _tool.Error, StringComparison.Ordinal);
        Assert.Contains("-(2,15): error LSDK0005", _tool.Error, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task A_file_that_is_not_utf_8_is_reported_and_left_alone()
    {
        byte[] bytes = [.. "memroy: 1g #"u8, 0xFF];
        await File.WriteAllBytesAsync(_tool.PathOf("queue.yaml"), bytes, TestContext.Current.CancellationToken);

        var code = await _tool.Run("validate", "--fix", "queue.yaml");

        Assert.Equal(bytes, await File.ReadAllBytesAsync(_tool.PathOf("queue.yaml"), TestContext.Current.CancellationToken));
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task A_link_stays_a_link_and_its_file_is_mended()
    {
        _tool.Write("real.yaml", "memroy: 1g\n");
        File.CreateSymbolicLink(_tool.PathOf("link.yaml"), _tool.PathOf("real.yaml"));

        await _tool.Run("validate", "--fix", "link.yaml");

        Assert.NotNull(new FileInfo(_tool.PathOf("link.yaml")).LinkTarget);
        Assert.Equal("memory: 1g\n", _tool.Read("real.yaml"));
    }
}

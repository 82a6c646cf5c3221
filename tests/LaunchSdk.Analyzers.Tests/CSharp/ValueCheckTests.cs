namespace LaunchSdk.Analyzers.Tests.CSharp;

public sealed class ValueCheckTests
{
    [Theory]
    [InlineData("""var config = new DockerQueueConfig { Memory = "512m", Gpus = "all", Env = ["A=1", "B"] };""")]
    [InlineData("""var config = new DockerQueueConfig { Memory = "{{memory}}", Name = "job-${run_id}" };""")]
    [InlineData("""var config = new DockerQueueConfig { Memory = unknown };""")]
    [InlineData("""ByteSize? none = null; var config = new DockerQueueConfig { Memory = none };""")]
    [InlineData("""var size = ByteSize.Parse(unknown); var policy = RestartPolicy.OnFailure(3); var gpus = Gpus.Devices("0", "1");""")]
    [InlineData("""DockerQueue.Create("q", b => b.Memory("16g").Env("A", "b=c").Volume("/a", "/b").Publish(80, 8080).BlkioWeight(500));""")]
    [InlineData("""string plain = "512mb2"; object boxed = "512mb2"; double number = 1;""")]
    public Task Valid_and_unknown_values_are_no_problem(string statements) => CodeTest.Statements(statements);

    [Theory]
    [InlineData("""var config = new DockerQueueConfig { Memory = "{|LSDK0005:512mb2|}" };""")]
    [InlineData("""var config = new DockerQueueConfig { Memory = @"{|LSDK0005:512mb2|}" };""")]
    [InlineData("""var config = new DockerQueueConfig { Memory = {|LSDK0005:Size|} };""")]
    [InlineData("""var config = new DockerQueueConfig { Memory = {|LSDK0005:"512" + "mb2"|} };""")]
    [InlineData("""ByteSize size = "{|LSDK0005:512mb2|}";""")]
    [InlineData("""ByteSize size = unknown.Length > 0 ? "{|LSDK0005:1x|}" : unknown.Length > 1 ? "1g" : "{|LSDK0005:2y|}";""")]
    [InlineData("""ByteSize size = unknown switch { "a" => "{|LSDK0005:1x|}", "b" => "1g", _ => unknown };""")]
    [InlineData("""ByteSize size = Environment.GetEnvironmentVariable("SIZE") ?? "{|LSDK0005:1x|}";""")]
    [InlineData("""var size = ByteSize.Parse(unknown.Length > 0 ? "{|LSDK0005:1x|}" : "1g");""")]
    [InlineData("""var config = new DockerQueueConfig { Hostname = unknown.Length > 0 ? "a-{|LSDK0011:${run_ide}|}" : unknown };""")]
    [InlineData(
        """DockerQueue.Create("q", b => b.Memory(unknown.Length > 0 ? "{|LSDK0005:1x|}" : "1g").Hostname(unknown ?? "{|LSDK0011:${run_ide}|}"));"""
    )]
    [InlineData("""var config = new DockerQueueConfig { Hostname = "a-{|LSDK0011:${run_ide}|}" };""")]
    [InlineData("""var config = new DockerQueueConfig { Env = ["A={|LSDK0011:${run_ide}|}", "B=${mine}"] };""")]
    [InlineData(
        """DockerQueue.Create("q", b => b.Env("A", "{|LSDK0011:${run_ide}|}").Hostname("a-{|LSDK0011:${run_ide}|}").Label("{|LSDK0011:${projct_name}|}", "x"));"""
    )]
    [InlineData("""var size = (ByteSize)"{|LSDK0005:512mb2|}";""")]
    [InlineData("""var size = ByteSize.Parse("{|LSDK0005:512mb2|}");""")]
    [InlineData("""var size = ByteSize.Parse("{|LSDK0005:\u0035\x31\x32mb2|}");""")]
    [InlineData("""Take("{|LSDK0005:512mb2|}"); void Take(ByteSize size) { }""")]
    [InlineData("""DockerQueue.Create("q", b => b.Memory("{|LSDK0005:512mb2|}"));""")]
    public Task A_constant_that_becomes_a_value_is_checked_at_the_part_at_fault(string statements) => CodeTest.Statements(statements);

    [Fact]
    public Task A_raw_literal_is_checked_at_the_part_at_fault() => CodeTest.Statements(""""ByteSize size = """{|LSDK0005:512mb2|}""";"""");

    [Fact]
    public Task A_raw_literal_of_several_lines_is_marked_as_a_whole() =>
        CodeTest.Statements(
            """"
            ByteSize size = {|LSDK0005:"""
                512mb2
                """|};
            """"
        );

    [Theory]
    [InlineData("""var config = new DockerQueueConfig { Gpus = "all,{|LSDK0005:\u0064rivr|}=x" };""")]
    [InlineData("""var config = new DockerQueueConfig { Env = {|LSDK0005:""|} };""")]
    [InlineData("""var config = new DockerQueueConfig { Env = ["A=1", "{|LSDK0005:=|}b"] };""")]
    public Task Items_of_a_list_are_checked(string statements) => CodeTest.Statements(statements);

    [Theory]
    [InlineData("""var config = new DockerQueueConfig { BlkioWeight = {|LSDK0005:70000|} };""")]
    [InlineData("""var config = new DockerQueueConfig { BlkioWeight = "{|LSDK0005:70000|}" };""")]
    [InlineData("""var config = new DockerQueueConfig { MemorySwappiness = "{|LSDK0005:101|}" };""")]
    [InlineData("""DockerQueue.Create("q", b => b.MemorySwappiness({|LSDK0005:101|}));""")]
    [InlineData("""var config = new DockerQueueConfig { StorageOpt = ["{|LSDK0005:size|}"] };""")]
    public Task The_limits_of_the_option_count(string statements) => CodeTest.Statements(statements);

    [Theory]
    [InlineData("var policy = RestartPolicy.OnFailure({|LSDK0005:-1|});")]
    [InlineData("var gpus = {|LSDK0005:Gpus.Devices()|};")]
    [InlineData("""var size = (MemorySwap)ByteSize.FromBytes({|LSDK0005:-5|});""")]
    [InlineData("var size = ByteSize.FromGibibytes({|LSDK0005:-1|});")]
    [InlineData("""var variable = {|LSDK0005:EnvironmentVariable.Set("A=B", "c")|};""")]
    [InlineData("""DockerQueue.Create("q", b => b.Env({|LSDK0005:"A=B", "c"|}));""")]
    [InlineData("""DockerQueue.Create("q", b => b.Volume({|LSDK0005:"/a", ""|}));""")]
    [InlineData("""DockerQueue.Create("q", b => b.Publish({|LSDK0005:80, 70000|}));""")]
    public Task A_factory_that_would_throw_is_marked(string statements) => CodeTest.Statements(statements);
}

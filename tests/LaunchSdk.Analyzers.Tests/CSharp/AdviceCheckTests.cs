namespace LaunchSdk.Analyzers.Tests.CSharp;

/// <summary>The advice on configuration files, given on queues that are written in C#.</summary>
public sealed class AdviceCheckTests
{
    [Theory]
    [InlineData("""var config = new DockerQueueConfig { {|LSDK0101:Restart = "on-error:3"|} };""")]
    [InlineData("""var config = new DockerQueueConfig { Network = "mine", {|LSDK0101:Ip = "2001:db8::33"|} };""")]
    [InlineData("""var config = new DockerQueueConfig { Memory = "1g", {|LSDK0101:MemorySwap = "512m"|} };""")]
    [InlineData("""var config = new DockerQueueConfig { {|LSDK0101:{|LSDK0201:Name = "-trainer"|}|} };""")]
    [InlineData("""var config = new DockerQueueConfig { {|LSDK0201:Name = "trainer"|} };""")]
    [InlineData("""var config = new DockerQueueConfig { {|LSDK0202:Env = ["A=1", "/data:/data"]|} };""")]
    [InlineData("""var config = new DockerQueueConfig { {|LSDK0203:Env = ["DB_PASSWORD=hunter2"]|} };""")]
    [InlineData("""var config = new DockerQueueConfig { {|LSDK0204:Gpus = "device=0,1"|} };""")]
    [InlineData("""var config = new DockerQueueConfig { Memory = "1g", {|LSDK0205:Volume = "/a:/b"|} };""")]
    [InlineData("""var config = new DockerQueueConfig { {|LSDK0206:Ip = "10.0.0.2"|} };""")]
    public Task An_object_initializer_is_advised_as_a_file_is(string statements) => CodeTest.Statements(statements);

    [Theory]
    [InlineData("""DockerQueue.Create("q", b => b.Memory("1g").{|LSDK0203:Env("DB_PASSWORD", "hunter2")|});""")]
    [InlineData("""DockerQueue.Create("q", b => { b.Memory("1g"); b.{|LSDK0101:BlkioWeight(5)|}; });""")]
    [InlineData("""void Common(DockerQueueBuilder b) => b.Rm().{|LSDK0009:Restart("always")|};""")]
    [InlineData("""void Common(DockerQueueBuilder b) { b.Memory("1g"); b.{|LSDK0204:Gpus("device=0,1")|}; }""")]
    public Task A_chain_of_calls_is_advised_inside_a_lambda_and_outside(string statements) => CodeTest.Statements(statements);

    [Theory]
    [InlineData(
        """var config = new DockerQueueConfig { Restart = "on-failure:3", Network = "mine", Ip = "10.0.0.2", Memory = "1g", MemorySwap = "-1" };"""
    )]
    [InlineData(
        """var config = new DockerQueueConfig { Env = ["DB_PASSWORD", "A=${run_id}"], Gpus = Gpus.Devices("0", "1"), Restart = unknown };"""
    )]
    [InlineData("""void Common(DockerQueueBuilder b) => b.Ip("10.0.0.2").MemorySwap("1g").NetworkAlias("a");""")]
    [InlineData("""var config = new DockerQueueConfig(); var other = config with { Ip = "10.0.0.2", MemorySwap = "1g" };""")]
    public Task What_may_be_right_is_not_advised(string statements) => CodeTest.Statements(statements);

    [Fact]
    public Task A_method_that_takes_the_builder_is_checked() =>
        CodeTest.Code(
            """
            using LaunchSdk;

            static class Defaults
            {
                public static DockerQueue Queue() => DockerQueue.Create("q", Common);

                private static void Common(DockerQueueBuilder builder)
                {
                    builder.Rm();
                    builder.{|LSDK0009:Restart("always")|};
                }
            }
            """
        );
}

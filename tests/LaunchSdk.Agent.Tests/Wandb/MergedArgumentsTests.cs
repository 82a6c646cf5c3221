using System.Text.Json.Nodes;
using LaunchSdk.Agent.Wandb;

namespace LaunchSdk.Agent.Tests.Wandb;

public sealed class MergedArgumentsTests
{
    [Theory]
    [InlineData("""{"memory": "{{max-size}}"}""", """{"memory": "16g"}""", """{"max-size":"16g"}""")]
    [InlineData("""{"memory": "{{ size }}"}""", """{"memory": "16g"}""", """{"size":"16g"}""")]
    [InlineData("""{"cpus": "{{n}}"}""", """{"cpus": 2}""", """{"n":2}""")]
    [InlineData("""{"env": ["A={{a}}", "B={{a}}-{{b-c}}"]}""", """{"env": ["A=1", "B=1-x"]}""", """{"a":1,"b-c":"x"}""")]
    [InlineData("""{"env": ["A={{a}}/{{a}}"]}""", """{"env": ["A=x/x"]}""", """{"a":"x"}""")]
    [InlineData("""{"hostname": "${item}-{{a}}"}""", """{"hostname": "${item}-x"}""", """{"a":"x"}""")]
    public void What_fits_the_queues_template_is_a_variables_value(string queue, string merged, string variables)
    {
        var (overrides, values) = MergedArguments.Split(Read(queue), Read(merged));

        Assert.Equal(("{}", variables), (overrides.ToJsonString(), values.ToJsonString()));
    }

    [Theory]
    [InlineData("""{"memory": "{{size}}"}""", """{"memory": "16g", "gpus": "all"}""")]
    [InlineData("""{"env": ["A={{a}}/{{a}}"]}""", """{"env": ["A=x/y"]}""")]
    [InlineData("""{"hostname": "${item}"}""", """{"hostname": "mine"}""")]
    [InlineData("""{"hostname": "{{.Name}}"}""", """{"hostname": "mine"}""")]
    public void Every_other_option_is_the_jobs(string queue, string merged)
    {
        var (overrides, values) = MergedArguments.Split(Read(queue), Read(merged));

        Assert.Empty(values);
        Assert.True(JsonNode.DeepEquals(Read(merged), overrides));
    }

    private static JsonObject Read(string json) => JsonNode.Parse(json)!.AsObject();
}

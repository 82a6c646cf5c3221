using LaunchSdk.Commands;
using LaunchSdk.Tests.Configuration;

namespace LaunchSdk.Tests.Commands;

/// <summary>Macros and template variables.</summary>
public sealed class TemplateSubstitutionTests
{
    private const string Queue = """
        queue: gpu
        template_variables:
          memory: { schema: { type: string, default: 8g, enum: [8g, 16g, huge] } }
          count: { schema: { type: integer, minimum: 1, maximum: 4 } }
          share: { schema: { type: number, minimum: 0.5 } }
          text: { schema: { type: string, default: "" } }
        resource_args:
          local-container:
        """;

    [Fact]
    public void A_macro_takes_its_value_from_the_job() =>
        Assert.Equal(["--hostname", "job-a1"], Requests.Request("hostname: job-${run_id}").With(("run_id", "a1")).Options());

    [Fact]
    public void The_image_is_a_macro_by_itself() =>
        Assert.Equal(["--label", "image=busybox"], Requests.Request("label: image=${image_uri}").Options());

    [Fact]
    public void A_macro_without_a_value_says_how_to_give_one() =>
        Assert.Equal(
            "LSDK0011: ${run_id} has no value here: an agent takes it from the job; give the macro a value",
            Requests.Request("hostname: ${run_id}").Problem()
        );

    [Fact]
    public void A_value_is_not_searched_for_macros_again() =>
        Assert.Equal(
            ["--env", "A=${run_id} {{x}}", "--env", "B=${run_name}"],
            Requests.Request("env: ['A=${run_name}', 'B={{v}}']").With(("run_name", "${run_id} {{x}}")).Set(("v", "${run_name}")).Options()
        );

    [Fact]
    public void The_environment_is_read_only_by_the_operators_leave()
    {
        var config = new DockerQueueConfig { Volume = "${HOME}:/home" };
        var request = new DockerRunRequest
        {
            Queue = new DockerQueue { Config = config },
            Image = "busybox",
            Environment = _ => "/home/ada",
        };

        Assert.StartsWith("LSDK0011: ${HOME} is not a macro", request.Problem(), StringComparison.Ordinal);
        Assert.Equal(["--volume", "/home/ada:/home"], (request with { AllowedEnvironment = ["HOME"] }).Options());
    }

    [Fact]
    public void An_allowed_variable_that_is_not_set_is_an_error()
    {
        var request = new DockerRunRequest
        {
            Queue = new DockerQueue { Config = new() { Hostname = "${HOSTNAME}" } },
            Image = "busybox",
            AllowedEnvironment = ["HOSTNAME"],
            Environment = _ => null,
        };

        Assert.Equal("LSDK0011: ${HOSTNAME} has no value: the environment variable HOSTNAME is not set", request.Problem());
    }

    [Theory]
    [InlineData("hostname: $HOME")]
    [InlineData("hostname: '{{.Name}}'")]
    [InlineData("hostname: '${'")]
    [InlineData("hostname: '{{ }}'")]
    public void Other_dollars_and_braces_are_plain_text(string queue) =>
        Assert.Equal(queue.Replace("hostname: ", "", StringComparison.Ordinal).Trim('\''), Requests.Request(queue).Options()[1]);

    [Fact]
    public void Grammar_is_checked_after_substitution()
    {
        Assert.Equal("--memory 16g", Filled("memory: '{{memory}}'", ("memory", "16g")));
        Assert.StartsWith(
            "LSDK0005: memory: 'huge' is not a docker size",
            Requests.Request(Definition("memory: '{{memory}}'")).Set(("memory", "huge")).Problem(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_default_stands_in_for_a_value() => Assert.Equal("--memory 8g", Filled("memory: '{{ memory }}'"));

    [Fact]
    public void An_empty_default_is_a_value() => Assert.Equal("--label k=", Filled("label: 'k={{text}}'"));

    [Fact]
    public void A_variable_without_value_and_default_is_an_error() =>
        Assert.Equal(
            "LSDK0012: {{count}} has no value: set the variable, or give it a default",
            Requests.Request(Definition("gpus: '{{count}}'")).Problem()
        );

    [Fact]
    public void A_value_may_hold_equals_signs() => Assert.Equal("--label k=a=b==", Filled("label: 'k={{text}}'", ("text", "a=b==")));

    [Theory]
    [InlineData("memory", "32g", "write '8g', '16g' or 'huge'")]
    [InlineData("count", "5", "write a number from 1 up to 4")]
    [InlineData("count", "0", "write a number from 1 up to 4")]
    [InlineData("count", "2.5", "write a whole number")]
    [InlineData("count", "two", "write a whole number")]
    [InlineData("count", "", "write a whole number")]
    [InlineData("share", "0.4", "write a number from 0.5")]
    [InlineData("share", "NaN", "write a number")]
    [InlineData("share", "Infinity", "write a number")]
    public void A_value_that_the_schema_refuses_is_an_error(string name, string value, string wayOut) =>
        Assert.Equal(
            $"LSDK0013: '{value}' is not a value of {name}: {wayOut}",
            Requests.Request(Definition("rm: true")).Set((name, value)).Problem()
        );

    [Theory]
    [InlineData("count", "4")]
    [InlineData("share", "0.5")]
    [InlineData("share", "1e3")]
    public void A_value_at_its_limit_is_taken(string name, string value) =>
        Assert.Equal($"--label k={value}", Filled($"label: 'k={{{{{name}}}}}'", (name, value)));

    [Theory]
    [InlineData("memroy", "did you mean 'memory'?")]
    [InlineData("unlike_any", "it has memory, count, share, text")]
    public void A_variable_that_is_not_declared_is_an_error_with_the_nearest(string name, string wayOut) =>
        Assert.Equal(
            $"LSDK0012: the queue has no template variable '{name}': {wayOut}",
            Requests.Request(Definition("rm: true")).Set((name, "1")).Problem()
        );

    [Fact]
    public void Bare_options_take_any_variable() =>
        Assert.Equal(["--memory", "16g"], Requests.Request("memory: '{{memory}}'").Set(("memory", "16g")).Options());

    [Fact]
    public void An_override_may_use_the_variables_of_the_queue() =>
        Assert.Equal(
            ["--memory", "8g"],
            (
                Requests.Request(Definition("rm: false")) with
                {
                    Override = ConfigText.Queue("memory: '{{memory}}'\nrm: null").Config,
                }
            ).Options()
        );

    [Fact]
    public void Every_problem_is_reported_at_once()
    {
        var request = Requests.Request("env: ['A=${run_id}', 'B={{b}}']\nhostname: ${run_name}") with { Image = "No Image" };

        Assert.Equal(
            ["LSDK0011", "LSDK0012", "LSDK0011", "LSDK0017"],
            DockerRunCommand.Create(request).Problems.Select(problem => problem.Rule.Id)
        );
        Assert.Equal(
            ["queue.yaml(1,7)", "queue.yaml(1,22)", "queue.yaml(2,11)"],
            DockerRunCommand.Create(request).Problems.Take(3).Select(problem => problem.Location.ToString())
        );
    }

    private static string Filled(string options, params (string Name, string Value)[] variables) =>
        string.Join(' ', Requests.Request(Definition(options)).Set(variables).Options());

    private static string Definition(string options) => $"{Queue}\n    {options}\n";

    [Fact]
    public void Holes_in_the_builders_images_are_filled_and_checked()
    {
        var queue = DockerQueue
            .Parse(
                """
                queue: gpu
                template_variables:
                  cuda:
                    schema: { type: string, default: "12.4" }
                resource_args:
                  local-container:
                    builder:
                      base_image: registry.local/${project_name}:1
                      accelerator: { base_image: "nvidia/cuda:{{cuda}}-base" }
                """
            )
            .GetValueOrThrow();
        var request = new DockerRunRequest
        {
            Queue = queue,
            Image = "busybox",
            Macros = new Dictionary<string, string> { ["project_name"] = "vision" },
        };

        var builder = DockerRunCommand.Create(request).GetValueOrThrow().Builder!;

        Assert.Equal(("registry.local/vision:1", "nvidia/cuda:12.4-base"), (builder.BaseImage, builder.Accelerator!.BaseImage));
        var wrong = request with { Macros = new Dictionary<string, string> { ["project_name"] = "Not Lower" } };
        Assert.StartsWith(
            "LSDK0005: builder.base_image: 'registry.local/Not Lower:1' is not an image reference",
            wrong.Problem(),
            StringComparison.Ordinal
        );
    }
}

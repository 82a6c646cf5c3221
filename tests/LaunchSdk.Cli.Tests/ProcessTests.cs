using System.Diagnostics;

namespace LaunchSdk.Cli.Tests;

/// <summary>The tool as a process of its own.</summary>
public sealed class ProcessTests
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "launch.dll");

    [Fact]
    public async Task A_queue_is_read_from_standard_input_and_problems_end_with_1()
    {
        var (exitCode, output, error) = await RunAsync("memroy: 1g\n", [], "validate", "-");

        Assert.Equal(
            (1, "-(1,1): error LSDK0003: 'memroy' is not an option of docker run: did you mean 'memory'?\n", ""),
            (exitCode, output, error)
        );
    }

    [Fact]
    public async Task Text_is_utf8_with_plain_line_ends()
    {
        var (exitCode, output, error) = await RunAsync("env: A=é\n", [], "render", "-", "--image", "busybox", "--format", "argv");

        Assert.Equal((0, "[\"run\",\"--env\",\"A=é\",\"busybox\"]\n", ""), (exitCode, output, error));
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "xterm-256color")]
    [InlineData("DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION", "1")]
    public async Task Output_that_is_no_terminal_has_no_escapes(string variable, string value)
    {
        foreach (
            string[] arguments in (string[][])
                [
                    ["--help"],
                    ["rendr"],
                    ["render", "--help"],
                    ["validate", "absent.yaml"],
                    ["run", "-"],
                ]
        )
        {
            var (_, output, error) = await RunAsync("", [(variable, value)], arguments);

            Assert.DoesNotContain('\u001b', output + error);
        }
    }

    [Fact]
    public async Task Messages_of_the_system_are_in_words()
    {
        var (exitCode, output, error) = await RunAsync("", [], "validate", new string('n', 5000));

        Assert.Equal((1, ""), (exitCode, output));
        Assert.DoesNotMatch("[A-Z][A-Za-z]+_[A-Z]", error);
    }

    [Fact]
    public async Task Without_an_engine_run_ends_with_125_and_says_what_to_do()
    {
        var (exitCode, output, error) = await RunAsync(
            "rm: true\n",
            [("DOCKER_HOST", "unix:///nonexistent/docker.sock")],
            "run",
            "-",
            "--image",
            "busybox"
        );

        Assert.Equal((125, ""), (exitCode, output));
        Assert.StartsWith("launch: ", error, StringComparison.Ordinal);
        Assert.Contains("unix:///nonexistent/docker.sock", error, StringComparison.Ordinal);
        Assert.Contains("DOCKER_HOST", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string input,
        (string Name, string Value)[] environment,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Tool);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}

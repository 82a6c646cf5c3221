using System.Diagnostics;
using System.Text.Json;
using LaunchSdk.Testing;

namespace LaunchSdk.Tests.Documents.PyYaml;

/// <summary>PyYAML, with which W&amp;B reads, as a second opinion on YAML: judge.py in a python3 that has it.</summary>
public static class PyYamlJudge
{
    public const string SkipReason = "This machine has no python3 with PyYAML (Debian, Ubuntu: apt-get install python3-yaml).";

    private const string HasYaml = "import importlib.util; print(importlib.util.find_spec('yaml') is not None)";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly Lazy<string?> Python = new(FindPython);

    /// <summary>Whether the tests run: with PyYAML, and in CI always.</summary>
    public static bool CanRun => TestEngine.IsContinuousIntegration || Python.Value is not null;

    /// <summary>What PyYAML makes of each text: a tree as <see cref="DocumentText.Show"/> writes it, or an error.</summary>
    internal static async Task<IReadOnlyList<JudgedText>> ReadAsync(IReadOnlyList<string> texts)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(texts));
            var python = Python.Value ?? throw new InvalidOperationException(SkipReason);
            var output = Run(python, "-c", await File.ReadAllTextAsync(Script), file);
            return JsonSerializer.Deserialize<JudgedText[]>(output, JsonSerializerOptions.Web)!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Script => Repository.Combine("tests", "LaunchSdk.Tests", "Documents", "PyYaml", "judge.py");

    // The distribution's Python first: its package manager has PyYAML.
    private static string? FindPython() =>
        new[] { "/usr/bin/python3", HostProcess.Find("python3") }.FirstOrDefault(static path =>
            path is not null && File.Exists(path) && Run(path, "-c", HasYaml).Trim() == "True"
        );

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        if (!output.Wait(Longest))
        {
            process.Kill();
            throw new TimeoutException($"{program} did not end within {Longest}.");
        }

        process.WaitForExit();
        return output.Result;
    }
}

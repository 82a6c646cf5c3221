using System.Diagnostics;
using System.Text;
using LaunchSdk.Testing;
using Microsoft.AspNetCore.Http;

namespace LaunchSdk.Docker.Tests.Sources;

/// <summary>The bridge from HTTP to git http-backend, which is a CGI program.</summary>
internal static class GitBackend
{
    private const string Folder = "/usr/lib/git-core";

    /// <summary>The program; null where this machine lacks it, or git's own client for https.</summary>
    public static string? Path { get; } =
        HostProcess.Find("git") is not null && File.Exists($"{Folder}/git-remote-https") && File.Exists($"{Folder}/git-http-backend")
            ? $"{Folder}/git-http-backend"
            : null;

    /// <summary>Lets the program answer a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="repositories">The folder of the repositories.</param>
    public static async Task AnswerAsync(HttpContext context, string repositories)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var start = new ProcessStartInfo(Path!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in Variables(context.Request, repositories, body.Length))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = ReadAsync(process);
        body.Position = 0;
        await body.CopyToAsync(process.StandardInput.BaseStream);
        process.StandardInput.Close();
        var answer = await output;
        await process.WaitForExitAsync();
        await WriteAsync(context.Response, answer);
    }

    private static IEnumerable<(string Name, string? Value)> Variables(HttpRequest request, string repositories, long length) =>
        [
            ("GIT_PROJECT_ROOT", repositories),
            ("GIT_HTTP_EXPORT_ALL", "1"),
            ("REQUEST_METHOD", request.Method),
            ("PATH_INFO", request.Path.Value),
            ("QUERY_STRING", request.QueryString.Value?.TrimStart('?')),
            ("CONTENT_TYPE", request.ContentType ?? ""),
            ("CONTENT_LENGTH", length.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("REMOTE_ADDR", "127.0.0.1"),
            ("REMOTE_USER", "tests"),
            ("HTTP_CONTENT_ENCODING", request.Headers.ContentEncoding.ToString()),
            ("HTTP_GIT_PROTOCOL", request.Headers["Git-Protocol"].ToString()),
            ("GIT_CONFIG_NOSYSTEM", "1"),
        ];

    private static async Task<byte[]> ReadAsync(Process process)
    {
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        return output.ToArray();
    }

    private static async Task WriteAsync(HttpResponse response, byte[] answer)
    {
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        foreach (var header in Encoding.ASCII.GetString(answer, 0, end).Split("\r\n"))
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (header[..colon], header[(colon + 1)..].Trim());
            if (name == "Status")
            {
                response.StatusCode = int.Parse(value.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture);
            }
            else
            {
                response.Headers[name] = value;
            }
        }

        await response.Body.WriteAsync(answer.AsMemory(end + 4));
    }
}

using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LaunchSdk.Agent.Tests.Wandb.Emulator;

/// <summary>A server on a loopback port that answers W&amp;B's operations from memory, and fails on demand.</summary>
public sealed class WandbEmulator : IAsyncDisposable
{
    public const string ApiKey = "0123456789abcdef0123456789abcdef01234567";

    private readonly WebApplication _application;
    private readonly Schema _schema;
    private readonly DocumentExecuter _executer = new();
    private readonly GraphQLSerializer _serializer = new();
    private readonly ConcurrentQueue<(string? Operation, Fault Fault)> _faults = new();

    private WandbEmulator(TimeProvider time)
    {
        State = new EmulatorState(time);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(HandleAsync);
        _schema = EmulatorSchema.Create(State, () => Address.AbsoluteUri.TrimEnd('/'));
    }

    public EmulatorState State { get; }

    public Uri Address => new(_application.Urls.Single());

    /// <summary>The operations in their order, with the Authorization header each came with.</summary>
    public ConcurrentQueue<(string Operation, string? Authorization)> Requests { get; } = new();

    public static async Task<WandbEmulator> StartAsync(TimeProvider? time = null)
    {
        var emulator = new WandbEmulator(time ?? TimeProvider.System);
        await emulator._application.StartAsync();
        return emulator;
    }

    /// <summary>The next requests of an operation (null: of any) fail, one for each fault.</summary>
    public void Fail(string? operation, params Fault[] faults)
    {
        foreach (var fault in faults)
        {
            _faults.Enqueue((operation, fault));
        }
    }

    public int Count(string operation) => Requests.Count(request => request.Operation == operation);

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _schema.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var request = path == "/graphql" ? await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body) : default;
        var operation =
            path == "/graphql" ? Operation(request)
            : path.EndsWith("/manifest", StringComparison.Ordinal) ? "manifest"
            : "file";
        Requests.Enqueue((operation, context.Request.Headers.Authorization));
        var fault = Next(operation);
        if (fault is not (null or Fault.LostAnswer))
        {
            await FailAsync(context, fault);
        }
        else if (context.Request.Headers.Authorization != "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("api:" + ApiKey)))
        {
            context.Response.StatusCode = 401;
        }
        else if (path == "/graphql")
        {
            await AnswerAsync(context, request, fault is Fault.LostAnswer);
        }
        else
        {
            await FileAsync(context, path, operation);
        }
    }

    private static string Operation(JsonElement request)
    {
        var query = request.GetProperty("query").GetString()!;
        var start = query.IndexOf('{', StringComparison.Ordinal) + 1;
        return new string(query[start..].TrimStart().TakeWhile(char.IsLetter).ToArray());
    }

    private Fault? Next(string operation)
    {
        if (_faults.TryPeek(out var next) && (next.Operation is null || next.Operation == operation) && _faults.TryDequeue(out next))
        {
            return next.Fault;
        }

        return null;
    }

    private static async Task FailAsync(HttpContext context, Fault fault)
    {
        switch (fault)
        {
            case Fault.Status(var code, var wait):
                context.Response.StatusCode = code;
                context.Response.Headers.RetryAfter = wait?.ToString(System.Globalization.CultureInfo.InvariantCulture);
                break;
            case Fault.Body(var text):
                await context.Response.WriteAsync(text);
                break;
            case Fault.Reset:
                context.Abort();
                break;
            default:
                var gone = new TaskCompletionSource();
                await using (context.RequestAborted.Register(gone.SetResult))
                {
                    await gone.Task;
                }

                break;
        }
    }

    private async Task AnswerAsync(HttpContext context, JsonElement request, bool isLost)
    {
        var result = await _executer.ExecuteAsync(options =>
        {
            options.Schema = _schema;
            options.Query = request.GetProperty("query").GetString();
            options.Variables = _serializer.ReadNode<Inputs>(request.GetProperty("variables"));
        });
        if (isLost)
        {
            context.Abort();
            return;
        }

        context.Response.ContentType = "application/json";
        await _serializer.WriteAsync(context.Response.Body, result);
    }

    private async Task FileAsync(HttpContext context, string path, string operation)
    {
        var id = Uri.UnescapeDataString(path.Split('/')[2]);
        var artifact = State.Artifacts.Values.First(artifact => artifact.Id == id);
        await context.Response.Body.WriteAsync(
            operation == "manifest" ? Encoding.UTF8.GetBytes(artifact.Manifest) : artifact.Files[context.Request.Query["name"]!]
        );
    }
}

using System.Net;
using System.Text.Json;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Errors;
using LaunchSdk.Docker.Registries;

namespace LaunchSdk.Docker.Building;

/// <summary>The engine's own builder, through <c>POST /build</c>. It needs no program on this machine.</summary>
internal sealed class ClassicBuilder(DockerEngine engine) : IBuilder
{
    /// <inheritdoc/>
    public async Task<string?> BuildAsync(BuildOrder order, CancellationToken cancellationToken)
    {
        var credentials = await FindCredentialsAsync(order, cancellationToken).ConfigureAwait(false);
        var masker = BuildSecrets.CreateMasker(order, credentials);
        var transcript = new BuildTranscript(order.Report, masker);
        EngineStreamMessage? failed = null;
        using var request = new HttpRequestMessage(HttpMethod.Post, engine.Path("/build" + Query(order)))
        {
            Content = new ContextContent(order),
        };
        request.Headers.TryAddWithoutValidation(RegistryAuth.ConfigHeader, RegistryAuth.Encode(credentials));
        await EngineStream
            .SendAsync(
                engine,
                request,
                message =>
                {
                    failed ??= message.Failure is null ? null : message;
                    Receive(message, transcript, order);
                },
                (reason, status, inner) => Failed(order, transcript, masker.Mask(reason), status, inner),
                cancellationToken
            )
            .ConfigureAwait(false);
        transcript.Complete();
        if (failed?.Failure is { } failure)
        {
            throw Failed(order, transcript, masker.Mask(failure), null, null);
        }

        return null;
    }

    private static void Receive(EngineStreamMessage message, BuildTranscript transcript, BuildOrder order)
    {
        if (message.Stream is { Length: > 0 } output)
        {
            transcript.Append(output);
        }
        else if (message.Status is { Length: > 0 } status)
        {
            order.Report(
                new ImageBuildProgress(ImageBuildPhase.Pull, status)
                {
                    Layer = message.Id,
                    Current = message.ProgressDetail is { Current: > 0 } done ? done.Current : null,
                    Total = message.ProgressDetail is { Total: > 0 } all ? all.Total : null,
                }
            );
        }
    }

    private static ImageBuildException Failed(
        BuildOrder order,
        BuildTranscript transcript,
        string reason,
        HttpStatusCode? status,
        Exception? inner
    )
    {
        if (status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
        {
            return BuildRules.NoClassicBuilder(order.Source, reason);
        }

        var at = transcript.Step is { } step ? $"{step}: {reason}" : reason;
        return new ImageBuildException(order.Source, at, Advice(order, transcript, reason), inner)
        {
            Status = status,
            FailedStep = transcript.Step,
            LastLines = transcript.LastLines,
        };
    }

    private static string? Advice(BuildOrder order, BuildTranscript transcript, string reason) =>
        ErrorCatalog.Find(reason)?.Kind is EngineErrorKind.ImageDenied
            ? $"Check the image's name in the FROM line ({string.Join(", ", order.BaseImages)}); where it is private, log in to its registry with `docker login REGISTRY` as an account that may read it"
        : ErrorCatalog.Find(reason)?.Kind is EngineErrorKind.ImageNotFound
            ? $"Check the name, the tag and the platform in the FROM line ({string.Join(", ", order.BaseImages)})"
        : reason.Contains("returned a non-zero code", StringComparison.Ordinal) && transcript.LastLines.Count > 0
            ? $"It wrote last: {string.Join(" | ", transcript.LastLines.TakeLast(3))}"
        : null;

    private static string Query(BuildOrder order)
    {
        var query = new List<string> { "rm=1", "forcerm=1", $"dockerfile={Uri.EscapeDataString(order.Dockerfile)}" };
        query.AddRange(order.Tags.Select(static tag => $"t={Uri.EscapeDataString(tag)}"));
        Add(query, "platform", order.Platforms.SingleOrDefault());
        Add(query, "networkmode", order.Network);
        Add(query, "target", order.Target);
        Add(query, "pull", order.PullsAlways ? "1" : null);
        Add(query, "buildargs", order.BuildArguments.Count > 0 ? Json(order.BuildArguments) : null);
        Add(query, "labels", order.Labels.Count > 0 ? Json(order.Labels) : null);
        return "?" + string.Join('&', query);
    }

    private static void Add(List<string> query, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            query.Add($"{name}={Uri.EscapeDataString(value)}");
        }
    }

    private static string Json(IReadOnlyDictionary<string, string> values)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var (name, value) in values.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<IReadOnlyList<RegistryCredentials>> FindCredentialsAsync(
        BuildOrder order,
        CancellationToken cancellationToken
    )
    {
        var found = new List<RegistryCredentials>();
        foreach (var image in order.BaseImages.DistinctBy(RegistryName.Of))
        {
            if (
                (await order.Credentials.FindAsync(image, cancellationToken).ConfigureAwait(false)).Value is
                { IsAnonymous: false } credentials
            )
            {
                found.Add(credentials);
            }
        }

        return found;
    }
}

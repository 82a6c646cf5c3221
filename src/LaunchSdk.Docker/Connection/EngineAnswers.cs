using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LaunchSdk.Docker.Connection;

/// <summary>
/// Reads the answers of an engine, which may be anything: a proxy's page, half of one, one without end. All answers are read here; what is
/// no answer of an
/// engine becomes a <see cref="DockerEngineException"/> that says what came and from where.
/// </summary>
internal sealed class EngineAnswers(EngineEndpoint endpoint, TimeProvider timeProvider)
{
    private const int LongestAnswer = 32 << 20;
    private const int LongestError = 64 << 10;

    // From the head of an answer to its end.
    private static readonly TimeSpan BodyTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ErrorTime = TimeSpan.FromSeconds(10);

    /// <summary>Reads an answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="request">What was asked, in words.</param>
    /// <param name="type">Its shape.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="within">How long the body may take; null for a minute.</param>
    public async Task<T> ReadAsync<T>(
        HttpResponseMessage response,
        string request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken,
        TimeSpan? within = null
    )
        where T : IEngineAnswer =>
        await ParseAsync(response, request, type, static answer => answer.IsWhole, within, cancellationToken).ConfigureAwait(false);

    /// <summary>Reads an answer that is a list.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="request">What was asked, in words.</param>
    /// <param name="type">Its shape.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<T>> ReadListAsync<T>(
        HttpResponseMessage response,
        string request,
        JsonTypeInfo<IReadOnlyList<T>> type,
        CancellationToken cancellationToken
    )
        where T : IEngineAnswer =>
        await ParseAsync(
                response,
                request,
                type,
                static answers => answers.All(static answer => answer is { IsWhole: true }),
                null,
                cancellationToken
            )
            .ConfigureAwait(false);

    /// <summary>Throws for an answer that is an error.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="request">What was asked, in words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="accepted">Errors that are none here.</param>
    public async Task CheckAsync(
        HttpResponseMessage response,
        string request,
        CancellationToken cancellationToken,
        params HttpStatusCode[] accepted
    )
    {
        if (!response.IsSuccessStatusCode && !accepted.Contains(response.StatusCode))
        {
            throw EngineFault.Refused(
                request,
                response.StatusCode,
                await ReadErrorAsync(response, cancellationToken).ConfigureAwait(false)
            );
        }
    }

    /// <summary>
    /// Throws for an answer to a request that changes something, unless it is the one of an engine that has done it: 204, without a body.
    /// </summary>
    /// <param name="response">The answer.</param>
    /// <param name="request">What was asked, in words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="accepted">Errors that are none here.</param>
    public async Task CheckDoneAsync(
        HttpResponseMessage response,
        string request,
        CancellationToken cancellationToken,
        params HttpStatusCode[] accepted
    )
    {
        await CheckAsync(response, request, cancellationToken, accepted).ConfigureAwait(false);
        if (response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.NoContent)
        {
            throw EngineFault.NotDocker(
                endpoint,
                request,
                EngineFault.Asked(response.RequestMessage),
                $"it is {(int)response.StatusCode} where 204 is due"
            );
        }
    }

    /// <summary>The words of an answer that is an error: the engine's own, or what came in place of them.</summary>
    public async Task<EngineMessage> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        EngineMessage.Read(
            endpoint,
            EngineFault.Asked(response.RequestMessage),
            (int)response.StatusCode,
            await ReadStartAsync(response, cancellationToken).ConfigureAwait(false)
        );

    /// <summary>The beginning of a body as text; where it broke off or takes long, what has come of it.</summary>
    public async Task<string> ReadStartAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        using var deadline = new LinkedDeadline(ErrorTime, timeProvider, cancellationToken);
        try
        {
            await CopyAsync(response, body, LongestError, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e)
            when (e is IOException or HttpRequestException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }

    /// <summary>Reads a body of at most some length.</summary>
    /// <exception cref="DockerEngineException">It is longer, or broke off.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadBytesAsync(
        HttpResponseMessage response,
        string request,
        int longest,
        TimeSpan? within,
        CancellationToken cancellationToken
    )
    {
        var asked = EngineFault.Asked(response.RequestMessage);
        var body = new MemoryStream();
        var time = within ?? BodyTime;
        using var deadline = new LinkedDeadline(time, timeProvider, cancellationToken);
        try
        {
            return await CopyAsync(response, body, longest, deadline.Token).ConfigureAwait(false)
                ? body.GetBuffer().AsMemory(0, (int)body.Length)
                : throw EngineFault.NotDocker(endpoint, request, asked, $"it goes on after {longest >> 10} KiB");
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw EngineFault.OfReading(endpoint, request, asked, e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw EngineFault.BrokenOff(endpoint, asked, $"it was not complete within {time.TotalSeconds:0} s", e);
        }
    }

    private async Task<T> ParseAsync<T>(
        HttpResponseMessage response,
        string request,
        JsonTypeInfo<T> type,
        Func<T, bool> isWhole,
        TimeSpan? within,
        CancellationToken cancellationToken
    )
    {
        await CheckAsync(response, request, cancellationToken).ConfigureAwait(false);
        var body = await ReadBytesAsync(response, request, LongestAnswer, within, cancellationToken).ConfigureAwait(false);
        var asked = EngineFault.Asked(response.RequestMessage);
        try
        {
            return JsonSerializer.Deserialize(body.Span, type) is { } answer && isWhole(answer)
                ? answer
                : throw EngineFault.NotDocker(endpoint, request, asked, $"it lacks what it must have, {AnswerText.Quote(body.Span)}");
        }
        catch (JsonException e)
        {
            throw EngineFault.NotDocker(
                endpoint,
                request,
                asked,
                $"it is not the JSON that was asked for, {AnswerText.Quote(body.Span)}",
                e
            );
        }
    }

    // False where there is more than that.
    private static async Task<bool> CopyAsync(
        HttpResponseMessage response,
        MemoryStream target,
        int longest,
        CancellationToken cancellationToken
    )
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            var taken = (int)Math.Min(count, longest - target.Length);
            target.Write(buffer, 0, taken);
            if (taken < count)
            {
                return false;
            }
        }

        return true;
    }
}

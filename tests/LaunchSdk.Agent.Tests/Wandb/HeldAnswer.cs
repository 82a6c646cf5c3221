namespace LaunchSdk.Agent.Tests.Wandb;

/// <summary>Holds the server's first answer to an operation back until something else has happened.</summary>
internal sealed class HeldAnswer(string operation, Func<Task> meanwhile) : DelegatingHandler(new SocketsHttpHandler())
{
    private int _isHeld;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isMeant = (await request.Content!.ReadAsStringAsync(cancellationToken)).Contains(operation + "(", StringComparison.Ordinal);
        var response = await base.SendAsync(request, cancellationToken);
        if (isMeant && Interlocked.Exchange(ref _isHeld, 1) == 0)
        {
            await meanwhile();
        }

        return response;
    }
}

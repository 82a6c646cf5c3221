namespace LaunchSdk.Agent.Conformance;

/// <summary>Participants that work at once, and may wait for what others do.</summary>
internal static class Race
{
    /// <summary>
    /// Runs them to their ends. Where one fails the others are cancelled, so none waits for ever for what it would have done, and its
    /// exception is thrown.
    /// </summary>
    public static async Task RunAsync(IEnumerable<Func<CancellationToken, Task>> participants, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        async Task RunOneAsync(Func<CancellationToken, Task> participant)
        {
            try
            {
                await participant(over.Token);
            }
            catch
            {
                await over.CancelAsync();
                throw;
            }
        }

        await Task.WhenAll(participants.Select(participant => Task.Run(() => RunOneAsync(participant), cancellationToken)));
    }
}

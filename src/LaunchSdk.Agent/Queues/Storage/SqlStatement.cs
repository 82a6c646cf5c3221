using System.Data.Common;

namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>A statement ready to run.</summary>
/// <param name="Command">The statement with its values.</param>
/// <param name="IsKept">Whether its connection keeps it for the next call.</param>
internal readonly record struct SqlStatement(DbCommand Command, bool IsKept) : IAsyncDisposable
{
    /// <summary>Ends a statement that is not kept.</summary>
    public ValueTask DisposeAsync() => IsKept ? ValueTask.CompletedTask : Command.DisposeAsync();
}

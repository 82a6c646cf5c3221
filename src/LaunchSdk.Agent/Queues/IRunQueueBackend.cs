namespace LaunchSdk.Agent.Queues;

/// <summary>
/// Where queues and their items are kept: SQLite, PostgreSQL or W&amp;B. It serves those who define queues, submit jobs, run them and
/// operate them, each through an interface of their own. Every call has its own deadline, so that none waits for ever for a server that
/// is gone. Safe to use from many threads. The package LaunchSdk.Agent.Conformance has the tests that every backend passes.
/// </summary>
public interface IRunQueueBackend : IRunQueueDefinitions, IRunQueueSubmissions, IRunQueueLeases, IRunQueueOperations, IAsyncDisposable;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// Threads for what blocks: a container's output and input. A thread that is done waits a while for the next container, because making one
/// costs more than
/// all requests of a short run.
/// </summary>
internal static class BlockingThreads
{
    private const int MostIdle = 8;

    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);
    private static readonly Lock Gate = new();
    private static readonly Stack<Worker> Idle = new();

    /// <summary>Runs something on a thread of its own. It must not throw.</summary>
    public static void Start(Action body)
    {
        Worker? worker;
        lock (Gate)
        {
            Idle.TryPop(out worker);
        }

        if (worker is null)
        {
            new Thread(new Worker(body).Run) { IsBackground = true, Name = "LaunchSdk streams" }.Start();
        }
        else
        {
            worker.Continue(body);
        }
    }

    private sealed class Worker(Action first)
    {
        // A lock that is also waited on for the next body.
        private readonly object _wake = new();
        private Action? _body = first;

        public void Continue(Action body)
        {
            lock (_wake)
            {
                _body = body;
                Monitor.Pulse(_wake);
            }
        }

        public void Run()
        {
            do
            {
                _body!();
                // What ran is not kept alive by a thread that waits.
                _body = null;
            } while (TryOffer() && (Wait(IdleTime) || IsTaken()));
        }

        private bool TryOffer()
        {
            lock (Gate)
            {
                if (Idle.Count < MostIdle)
                {
                    Idle.Push(this);
                    return true;
                }

                return false;
            }
        }

        private bool Wait(TimeSpan longest)
        {
            lock (_wake)
            {
                return _body is not null || Monitor.Wait(_wake, longest);
            }
        }

        // A worker that was taken in the moment when its time was over has work on its way.
        private bool IsTaken()
        {
            lock (Gate)
            {
                var others = Idle.Where(worker => worker != this).Reverse().ToArray();
                if (others.Length < Idle.Count)
                {
                    Idle.Clear();
                    Array.ForEach(others, Idle.Push);
                    return false;
                }
            }

            return Wait(Timeout.InfiniteTimeSpan);
        }
    }
}

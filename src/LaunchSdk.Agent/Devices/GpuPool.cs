using System.Globalization;
using LaunchSdk.Agent.Status;
using LaunchSdk.Values;

namespace LaunchSdk.Agent.Devices;

/// <summary>
/// The GPUs that an agent's jobs share: each device is one job's at a time. Jobs get theirs in the order in which they asked, so a job that
/// wants many is not passed by for ever.
/// </summary>
internal sealed class GpuPool(IReadOnlyList<GpuDevice> devices)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _holders = new(StringComparer.Ordinal);
    private readonly LinkedList<Waiter> _waiters = new();

    public IReadOnlyList<AgentGpuStatus> Status
    {
        get
        {
            lock (_lock)
            {
                return [.. devices.Select(device => new AgentGpuStatus(device.Id, _holders.GetValueOrDefault(device.Id)))];
            }
        }
    }

    /// <summary>Why a request can never be met here; null where it can.</summary>
    public string? Refuse(GpuRequest request)
    {
        var known = devices.Count == 0 ? "it has none" : $"it has {string.Join(", ", devices.Select(static device => device.Id))}";
        if (request.DeviceIds.FirstOrDefault(id => !devices.Any(device => device.Is(id))) is { } unknown)
        {
            return $"the job asks for the GPU '{unknown}', which is none of this agent's: {known}";
        }

        return request.Count > devices.Count || (request.Count != 0 && devices.Count == 0)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the job asks for {(request.Count < 0 ? "all" : request.Count)} GPUs of this agent: {known}"
            )
            : null;
    }

    /// <summary>The devices for a job, when they are free.</summary>
    /// <param name="item">The item that gets them.</param>
    /// <param name="request">Which.</param>
    /// <param name="waits">Is told once what the job waits for, unless the devices are free.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>> AcquireAsync(
        string item,
        GpuRequest request,
        Action<string> waits,
        CancellationToken cancellationToken
    )
    {
        var waiter = new Waiter(item, request);
        string? reason = null;
        lock (_lock)
        {
            _waiters.AddLast(waiter);
            Grant();
            if (!waiter.Granted.Task.IsCompleted)
            {
                reason = Reason(request);
            }
        }

        if (reason is not null)
        {
            waits(reason);
        }

        using var registration = cancellationToken.UnsafeRegister(_ => GiveUp(waiter, cancellationToken), null);
        return await waiter.Granted.Task.ConfigureAwait(false);
    }

    /// <summary>Notes devices that a job has already, from before a restart.</summary>
    public void Take(string item, IEnumerable<string> ids)
    {
        lock (_lock)
        {
            foreach (var id in ids)
            {
                _holders[id] = item;
            }
        }
    }

    /// <summary>Gives a job's devices back; one that has none is no error.</summary>
    public void Release(string item)
    {
        lock (_lock)
        {
            foreach (var (id, holder) in _holders.ToArray())
            {
                if (holder == item)
                {
                    _holders.Remove(id);
                }
            }

            Grant();
        }
    }

    private void Grant()
    {
        while (_waiters.First is { } first && Choose(first.Value.Request) is { } chosen)
        {
            _waiters.RemoveFirst();
            foreach (var id in chosen)
            {
                _holders[id] = first.Value.Item;
            }

            first.Value.Granted.TrySetResult(chosen);
        }
    }

    private List<string>? Choose(GpuRequest request)
    {
        var wanted = request.DeviceIds.Count > 0 ? [.. devices.Where(device => request.DeviceIds.Any(device.Is))] : devices;
        var free = wanted.Where(device => !_holders.ContainsKey(device.Id)).Select(static device => device.Id).ToList();
        var count = request.DeviceIds.Count > 0 || request.Count < 0 ? wanted.Count : (int)request.Count;
        return free.Count >= count ? free[..count] : null;
    }

    private string Reason(GpuRequest request)
    {
        var wanted =
            request.DeviceIds.Count > 0 ? $"the GPU {string.Join(", ", request.DeviceIds)}"
            : request.Count < 0 ? "all GPUs"
            : string.Create(CultureInfo.InvariantCulture, $"{request.Count} GPU{(request.Count == 1 ? "" : "s")}");
        var busy = devices.Where(device => _holders.ContainsKey(device.Id)).Select(device => $"{device.Id} is of {_holders[device.Id]}");
        return $"waits for {wanted}: {(_holders.Count == 0 ? "another job waits before it" : string.Join(", ", busy))}";
    }

    private void GiveUp(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_waiters.Remove(waiter))
            {
                waiter.Granted.TrySetCanceled(cancellationToken);
                Grant();
            }
        }
    }

    private sealed record Waiter(string Item, GpuRequest Request)
    {
        public TaskCompletionSource<IReadOnlyList<string>> Granted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

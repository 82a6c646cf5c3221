using LaunchSdk.Values;

namespace LaunchSdk.Agent.Policies.Ceilings;

/// <summary>A number of GPUs, or GPUs by their names.</summary>
internal sealed record GpuShare : Limit
{
    private readonly decimal _counted;
    private readonly IReadOnlyCollection<string> _named;

    private GpuShare(decimal counted, IReadOnlyCollection<string> named) => (_counted, _named) = (counted, named);

    /// <summary>What requests ask for together.</summary>
    public static Limit Read(IReadOnlyCollection<string> texts)
    {
        var (counted, named) = (0m, new HashSet<string>(StringComparer.Ordinal));
        foreach (var text in texts)
        {
            if (!GpuRequest.TryParse(text, out var request, out _))
            {
                return new Exactly(text);
            }

            if (request.Count < 0)
            {
                return None;
            }

            counted += request.Count;
            named.UnionWith(request.DeviceIds);
        }

        return new GpuShare(counted, named);
    }

    /// <summary>A queue that only names GPUs gives these; one that counts gives that many of any.</summary>
    public override bool Allows(Limit job) =>
        job is GpuShare asked
        && (
            _counted == 0
                ? asked._counted == 0 && asked._named.All(_named.Contains)
                : asked._counted + asked._named.Count <= _counted + _named.Count
        );
}

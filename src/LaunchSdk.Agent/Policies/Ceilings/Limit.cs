namespace LaunchSdk.Agent.Policies.Ceilings;

/// <summary>How much of something a container may have.</summary>
internal abstract record Limit
{
    /// <summary>As much as there is.</summary>
    public static Limit None { get; } = new Unlimited();

    /// <summary>Whether a job may have this much where the queue says what <c>this</c> is.</summary>
    public abstract bool Allows(Limit job);

    /// <summary>An amount, where 0 and less means as much as there is.</summary>
    public static Limit OfPositive(decimal amount) => amount > 0 ? new Amount(amount) : None;

    private sealed record Unlimited : Limit
    {
        public override bool Allows(Limit job) => true;
    }
}

namespace LaunchSdk.Agent.Policies.Ceilings;

/// <summary>At most a number of something.</summary>
internal sealed record Amount(decimal Value) : Limit
{
    public override bool Allows(Limit job) => job is Amount asked && asked.Value <= Value;
}

namespace LaunchSdk.Agent.Policies.Ceilings;

/// <summary>One text and no other; also what cannot be read as the limit that it should be.</summary>
internal sealed record Exactly(string Text) : Limit
{
    public override bool Allows(Limit job) => job is Exactly asked && asked.Text == Text;
}

using System.Data.Common;

namespace LaunchSdk.Agent.Queues.Storage;

/// <summary>An agent as a database has it.</summary>
/// <param name="Agent">The agent as others see it.</param>
/// <param name="Token">The token of the claim that counts.</param>
internal sealed record AgentRow(RegisteredAgent Agent, string Token)
{
    public const string Working = "working";
    public const string Ended = "ended";

    private const char Separator = ',';

    public static AgentRow Read(DbDataReader reader)
    {
        var registration = new AgentRegistration(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3))
        {
            Version = reader.GetString(4),
            Queues = reader.GetString(5).Split(Separator, StringSplitOptions.RemoveEmptyEntries),
            Slots = (int)reader.GetInt64(6),
        };
        var left = Math.Max(0, reader.GetInt64(11) - reader.GetInt64(12));
        var agent = new RegisteredAgent(registration, StoredItem.Time(reader.GetInt64(9)), StoredItem.Time(reader.GetInt64(10)))
        {
            HasEnded = reader.GetString(7) == Ended,
            HeldFor = TimeSpan.FromMicroseconds(left),
        };
        return new AgentRow(agent, reader.GetString(8));
    }

    /// <summary>The parameters of the statements that write one.</summary>
    public static object?[] Values(AgentRegistration agent, string token, TimeSpan lease) =>
        [
            StoredText.Clean(agent.Name),
            StoredText.Clean(agent.Machine),
            agent.MachineId,
            agent.Process,
            agent.Version,
            StoredText.Clean(string.Join(Separator, agent.Queues)),
            (long)agent.Slots,
            token,
            StoredItem.Microseconds(lease),
        ];
}

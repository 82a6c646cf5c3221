using System.Text.Json.Nodes;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Oracle;

/// <summary>A configuration that docker and LaunchSdk treat otherwise.</summary>
/// <param name="Case">The configuration.</param>
/// <param name="Kind">Who refuses, or that the requests differ.</param>
/// <param name="Text">How, for a person.</param>
/// <param name="Recorded">Docker's create request; null where it refuses.</param>
/// <param name="DockerMessage">What docker wrote to standard error.</param>
internal sealed record OracleDifference(OracleCase Case, string Kind, string Text, RecordedRequest? Recorded, string DockerMessage)
{
    /// <summary>The kind: docker's command refuses, and LaunchSdk does not.</summary>
    public const string DockerRefuses = "docker refuses";

    /// <summary>The kind: LaunchSdk refuses, and docker's command does not.</summary>
    public const string LaunchSdkRefuses = "LaunchSdk refuses";

    /// <summary>The kind: both accept, and the requests differ.</summary>
    public const string Request = "request";

    public override string ToString() => $"{Kind}: {Case}\n    {Text.ReplaceLineEndings("\n    ")}";

    /// <summary>The configuration and what docker does with it, in the form of the recordings.</summary>
    public string ToRecord(string id, OracleWorkspace workspace)
    {
        var record = new JsonObject
        {
            ["id"] = id,
            ["option"] = Case.Config.FirstOrDefault().Key ?? "none",
            ["config"] = Case.Config.DeepClone(),
            ["image"] = Case.Image,
            ["command"] = new JsonArray([.. Case.Command.Select(item => JsonValue.Create(item))]),
            ["argv"] = new JsonArray([.. Case.Argv.Select(item => JsonValue.Create(item))]),
            ["env"] = new JsonObject(
                workspace.Environment.Select(pair =>
                    KeyValuePair.Create(pair.Key, (JsonNode?)(pair.Key == "HOME" ? "/home/oracle" : pair.Value))
                )
            ),
            ["outcome"] = Recorded is null ? "error" : "create",
            ["apiVersion"] = Case.ApiVersion,
        };
        if (Recorded is null)
        {
            record["message"] = DockerMessage;
        }
        else
        {
            record["query"] = DifferentialOracle.QueryOf(Recorded);
            record["body"] = Recorded.Body!.DeepClone();
        }

        return record
            .ToJsonString()
            .Replace(workspace.WorkingDirectory, "${CWD}", StringComparison.Ordinal)
            .Replace(Path.GetDirectoryName(workspace.WorkingDirectory)!, "${CWD_PARENT}", StringComparison.Ordinal);
    }
}

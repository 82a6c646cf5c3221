namespace LaunchSdk.Problems.Rules;

/// <summary>LSDK0104: a registry that LaunchSdk does not know.</summary>
internal static class UnknownRegistry
{
    /// <summary>The rule.</summary>
    public static ProblemRule Rule { get; } = ProblemRule.Warning("LSDK0104", "The registry is not one of the known services");

    /// <summary>A host that is none of the services.</summary>
    public static Violation Of(string host) =>
        Rule.Says(
            $"{host} is not ECR, ACR or Artifact Registry: check that this machine can push there and the compute can pull (docker login)"
        );
}

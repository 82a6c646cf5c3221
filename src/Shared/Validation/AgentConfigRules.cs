using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Values;

namespace LaunchSdk.Validation;

/// <summary>What launch-config.yaml must satisfy beyond its schema.</summary>
internal static class AgentConfigRules
{
    /// <summary>Checks the root of an agent's configuration.</summary>
    public static void Check(ConfigNode root, ProblemList problems)
    {
        if (root.Kind != ConfigNodeKind.Mapping)
        {
            return;
        }

        CheckDestination(root, "builder", "destination", problems);
        CheckDestination(root, "registry", "uri", problems);
        CheckRegion(root, problems);
    }

    private static void CheckDestination(ConfigNode root, string block, string key, ProblemList problems)
    {
        if (!TryGetText(root, block, key, out var node))
        {
            return;
        }

        if (!RegistryDestination.TryParse(node.Text, out var destination, out var error))
        {
            problems.Add(ProblemRules.InvalidValue, node, $"{key}: {error.Sentence}");
        }
        else if (destination.Service == RegistryService.Other)
        {
            problems.Add(
                ProblemRules.UnknownRegistry,
                node,
                $"{destination.Host} is not ECR, ACR or Artifact Registry: see that this machine can push there and the compute can pull (docker login)"
            );
        }
    }

    // The reference asks for a region everywhere; for azure its own documentation says that no further key is needed.
    private static void CheckRegion(ConfigNode root, ProblemList problems)
    {
        if (
            TryGetText(root, "environment", "type", out var type)
            && type.Text is "aws" or "gcp"
            && !TryGetText(root, "environment", "region", out _)
        )
        {
            problems.Add(
                ProblemRules.MissingKey,
                type,
                $"the environment '{type.Text}' needs a 'region', such as region: {(type.Text == "aws" ? "us-east-1" : "us-central1")}"
            );
        }
    }

    private static bool TryGetText(ConfigNode root, string block, string key, out ConfigNode node)
    {
        node = default;
        return root.TryGetMember(block, out var mapping)
            && mapping.Kind == ConfigNodeKind.Mapping
            && mapping.TryGetMember(key, out node)
            && node.Kind == ConfigNodeKind.String;
    }
}

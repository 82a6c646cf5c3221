using LaunchSdk.Documents;
using LaunchSdk.Problems.Rules;
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
            problems.Add(InvalidValue.Of(key, error.Sentence), node);
        }
        else if (destination.Service == RegistryService.Other)
        {
            problems.Add(UnknownRegistry.Of(destination.Host), node);
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
            problems.Add(MissingKey.Region(type.Text, type.Text == "aws" ? "us-east-1" : "us-central1"), type);
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

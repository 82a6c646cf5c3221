using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Values;

namespace LaunchSdk.Validation.Edits;

/// <summary>
/// Moves the <c>registry.uri</c> of an agent to <c>builder.destination</c>. Where there is no <c>builder</c>, the block gets that name
/// where it stands;
/// else the value joins the other and the old block goes. Comments stay.
/// </summary>
internal static class RegistryMove
{
    /// <summary>The successor of <c>registry</c>, as the schema names it.</summary>
    public const string Successor = NewBlock + "." + NewKey;

    private const string ValueKey = "uri";
    private const string KindKey = "type";
    private const string NewBlock = "builder";
    private const string NewKey = "destination";

    /// <summary>
    /// The change; null where the new place says something else already, and where the block says more than its successor can.
    /// </summary>
    /// <param name="root">The mapping that has the block.</param>
    /// <param name="old">The block.</param>
    public static ConfigEdit? Create(ConfigNode root, ConfigMember old)
    {
        // Where the notation is broken, nobody knows where a block ends.
        if (
            root.Document.HasBrokenNotation
            || Find(old.Value, ValueKey) is not { } uri
            || !SaysNoMore(old.Value, uri.Value)
            || NodePlace.IsAlias(old.Value)
            || NodePlace.IsShared(old.Value)
            || NodePlace.IsShared(uri.Value)
        )
        {
            return null;
        }

        var text = root.Document.Text;
        var title = $"Move '{old.Key.Text}.{ValueKey}' to '{Successor}'";
        if (Find(root, NewBlock) is not { } target)
        {
            var changes = new List<(TextRange, string)>
            {
                (old.Key.Range, old.Key.Quote(NewBlock)),
                (uri.Key.Range, uri.Key.Quote(NewKey)),
            };
            if (Find(old.Value, KindKey) is not { } kind)
            {
                return EditSet.Merge(title, text, changes);
            }

            return MemberText.Remove(old.Value, kind) is { } without ? EditSet.Merge(title, text, [.. changes, without]) : null;
        }

        if (
            target.Value.Kind != ConfigNodeKind.Mapping
            || NodePlace.IsAlias(target.Value)
            || NodePlace.IsShared(target.Value)
            || MemberText.Remove(root, old) is not { } removal
        )
        {
            return null;
        }

        if (Find(target.Value, NewKey) is { } taken)
        {
            return taken.Value.Kind == ConfigNodeKind.String && taken.Value.TextEquals(uri.Value.Text)
                ? EditSet.Merge(title, text, [removal])
                : null;
        }

        return MemberText.Insert(target.Value, NewKey, uri.Value) is { } insertion
            ? EditSet.Merge(title, text, [removal, insertion])
            : null;
    }

    private static ConfigMember? Find(ConfigNode mapping, string key)
    {
        foreach (var member in mapping.Members)
        {
            if (member.Key.TextEquals(key))
            {
                return member;
            }
        }

        return null;
    }

    // The kind of a registry follows from its address, unless the two contradict each other. A key that stands twice is to be mended first.
    private static bool SaysNoMore(ConfigNode registry, ConfigNode uri)
    {
        if (
            uri.Kind != ConfigNodeKind.String
            || NodePlace.IsBlock(uri)
            || NodePlace.IsAlias(uri)
            || NodePlace.Written(uri).IndexOf('\n') >= 0
        )
        {
            return false;
        }

        var known = RegistryDestination.TryParse(uri.Text, out var destination, out _) ? destination.Service : RegistryService.Other;
        return registry.Members.Count(member => member.Key.TextEquals(ValueKey)) == 1
            && registry.Members.Count(member => member.Key.TextEquals(KindKey)) <= 1
            && registry.Members.All(member =>
                member.Key.TextEquals(ValueKey) || (member.Key.TextEquals(KindKey) && IsKind(member.Value, known))
            );
    }

    private static bool IsKind(ConfigNode kind, RegistryService service) =>
        kind.Kind == ConfigNodeKind.Null
        || service switch
        {
            RegistryService.AmazonEcr => kind.TextEquals("ecr"),
            RegistryService.AzureAcr => kind.TextEquals("acr"),
            RegistryService.GoogleArtifactRegistry => kind.TextEquals("gcr"),
            _ => false,
        };
}

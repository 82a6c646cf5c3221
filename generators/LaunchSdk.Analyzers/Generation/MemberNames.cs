using System.Text;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Validation;

namespace LaunchSdk.Analyzers.Generation;

/// <summary>How files get their C# names, and what is wrong with those.</summary>
internal static class MemberNames
{
    /// <summary>The class that has a property for each queue file.</summary>
    public const string QueueClass = "LaunchQueues";

    /// <summary>The class that has a property for each agent configuration.</summary>
    public const string AgentClass = "LaunchConfigs";

    /// <summary>The property that has every queue.</summary>
    public const string AllMember = "All";

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        AllMember,
        QueueClass,
        AgentClass,
        nameof(Equals),
        nameof(ReferenceEquals),
        nameof(GetHashCode),
        nameof(GetType),
        nameof(ToString),
        nameof(MemberwiseClone),
        "Finalize",
    };

    /// <summary>The name that a file's member is made from: the queue's, or the file's own.</summary>
    public static string SourceName(string memberClass, ConfigDocument document) =>
        memberClass == QueueClass ? ProjectRules.QueueName(document) : ProjectRules.FileName(document.Path);

    /// <summary><c>gpu-workstation</c> as <c>GpuWorkstation</c>; null for a name that no member can have.</summary>
    public static string? ToMember(string name)
    {
        var member = new StringBuilder(name.Length);
        var startsWord = true;
        foreach (var character in name)
        {
            var isPart = char.IsLetterOrDigit(character);
            if (isPart)
            {
                member.Append(startsWord ? char.ToUpperInvariant(character) : character);
            }

            startsWord = !isPart;
        }

        var text = member.ToString();
        return text.Length == 0 || char.IsDigit(text[0]) || Reserved.Contains(text) ? null : text;
    }

    /// <summary>The names with who wants them too. Case does not count, because the names of generated files do not tell it.</summary>
    public static NamePlaces Places(IReadOnlyList<string?> names) => new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that cannot be members, and names that clash, each at its file.</summary>
    public static IEnumerable<Problem> FindProblems(string memberClass, IReadOnlyList<ConfigDocument> documents)
    {
        var members = documents.Select(document => ToMember(SourceName(memberClass, document))).ToArray();
        var places = Places(members);
        for (var i = 0; i < documents.Count; i++)
        {
            var name = SourceName(memberClass, documents[i]);
            if (members[i] is not { } member)
            {
                yield return At(documents[i], NameNotAnIdentifier.Of(name, memberClass));
            }
            else if (places.FirstOther(i) is { } at)
            {
                // Files that define one queue are told so by another rule.
                var other = documents[at];
                if (memberClass == QueueClass && SourceName(memberClass, other) == name)
                {
                    continue;
                }

                yield return At(documents[i], NameClash.Of(name, memberClass, member, ProjectRules.FileName(other.Path)));
            }
        }
    }

    private static Problem At(ConfigDocument document, Violation violation) =>
        document.CreateProblem(violation, ProjectRules.NamePlace(document));
}

using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Validation.Advice;

namespace LaunchSdk.Validation;

/// <summary>Rules over the files of a project together.</summary>
internal static class ProjectRules
{
    /// <summary>Every broken rule.</summary>
    /// <param name="queues">The project's queue files.</param>
    /// <param name="agents">The project's agent configurations.</param>
    public static IEnumerable<Problem> Find(IReadOnlyList<ConfigDocument> queues, IReadOnlyList<ConfigDocument> agents)
    {
        // A project without queue files keeps them elsewhere, or only in W&B.
        if (queues.Count == 0)
        {
            yield break;
        }

        var names = queues.Select(QueueName).ToArray();
        foreach (var problem in FindDuplicates(queues, names))
        {
            yield return problem;
        }

        foreach (var agent in agents)
        {
            var served = ServedQueues(agent.Root).ToArray();
            foreach (var node in served.Where(node => !names.Contains(node.Text)))
            {
                yield return Undefined(node, names);
            }

            if (agent.Root.TryGetMember("max_jobs", out var jobs) && jobs.Kind == ConfigNodeKind.Number && jobs.Text is not ("1" or "0"))
            {
                for (var i = 0; i < queues.Count; i++)
                {
                    if (served.Any(node => node.TextEquals(names[i])) && FindFixedName(queues[i], jobs.Text) is { } problem)
                    {
                        yield return problem;
                    }
                }
            }
        }
    }

    /// <summary>The name of a file's queue: what the file says, else its own name without the ending.</summary>
    public static string QueueName(ConfigDocument document) => QueueDocument.FindName(document.Root) ?? FileName(document.Path);

    /// <summary>The last part of a path, without the ending.</summary>
    public static string FileName(string path)
    {
        var start = path.LastIndexOfAny(['/', '\\']) + 1;
        var end = path.LastIndexOf('.');
        return end > start ? path.Substring(start, end - start) : path.Substring(start);
    }

    /// <summary>Where a file names its queue; its start where the file's own name does.</summary>
    public static TextRange NamePlace(ConfigDocument document) =>
        document.Root.Kind == ConfigNodeKind.Mapping && document.Root.TryGetMember(QueueKeys.NameKey, out var name)
            ? name.Range
            : new TextRange(0, 0);

    private static IEnumerable<Problem> FindDuplicates(IReadOnlyList<ConfigDocument> queues, string[] names)
    {
        var places = new NamePlaces(names, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            if (places.FirstOther(i) is { } other)
            {
                yield return queues[i].CreateProblem(DuplicateQueue.Of(names[i], queues[other].Path), NamePlace(queues[i]));
            }
        }
    }

    private static IEnumerable<ConfigNode> ServedQueues(ConfigNode root)
    {
        if (root.Kind != ConfigNodeKind.Mapping)
        {
            return [];
        }

        IEnumerable<ConfigNode> listed =
            root.TryGetMember("queues", out var list) && list.Kind == ConfigNodeKind.Sequence ? [.. list.Items] : [];
        IEnumerable<ConfigNode> single = root.TryGetMember("queue", out var one) ? [one] : [];
        return listed.Concat(single).Where(node => node.Kind == ConfigNodeKind.String);
    }

    private static Problem Undefined(ConfigNode node, IReadOnlyCollection<string> names)
    {
        var nearest = NearestName.FindOne(node.Text, names);
        var edit = nearest is null
            ? null
            : new ConfigEdit($"Change '{Phrases.Shorten(node.Text)}' to '{nearest}'", node.Range, node.Quote(nearest));
        return node.Document.CreateProblem(UndefinedQueue.Of(node.Text, nearest), node.Range, edit);
    }

    private static Problem? FindFixedName(ConfigDocument queue, string maxJobs)
    {
        var options = QueueDocument.FindOptions(queue.Root);
        if (options.Kind != ConfigNodeKind.Mapping)
        {
            return null;
        }

        var settings = new OptionSetReader(ProblemList.Closed(queue), TemplateScope.Open).Read(options, out _);
        return settings.Select(setting => FixedNameRule.FindWithManyJobs(setting, maxJobs)).FirstOrDefault(problem => problem is not null);
    }
}

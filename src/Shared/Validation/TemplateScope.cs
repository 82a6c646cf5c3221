using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Validation.Edits;
using LaunchSdk.Values;

namespace LaunchSdk.Validation;

/// <summary>Which macros and template variables a file may use.</summary>
/// <param name="variables">The template variables that are declared; null where they are declared elsewhere (bare options).</param>
/// <param name="allowedEnvironment">Environment variables that the operator lets macros read.</param>
internal sealed class TemplateScope(IReadOnlyCollection<string>? variables, IReadOnlyCollection<string> allowedEnvironment)
{
    /// <summary>Variables declared elsewhere, no environment macros.</summary>
    public static TemplateScope Open { get; } = new(null, []);

    /// <summary>Reports every macro and variable of <paramref name="text"/> that is not known.</summary>
    public void Check(ConfigNode node, string text, ProblemList problems)
    {
        for (var from = 0; !problems.IsFull && TemplateText.TryFind(text, from, out var hole); from = hole.End)
        {
            if (hole.IsMacro && !Macros.All.Contains(hole.Name) && !allowedEnvironment.Contains(hole.Name))
            {
                problems.Add(
                    UnknownMacro.NotAMacro(hole.Name, Macros.All),
                    node,
                    Rename(node, text, hole, NearestName.FindOne(hole.Name, Macros.All))
                );
            }
            else if (!hole.IsMacro && variables is not null && !variables.Contains(hole.Name))
            {
                var nearest = NearestName.Find(hole.Name, variables);
                problems.Add(
                    UnknownVariable.NotDeclared(hole.Name, nearest),
                    node,
                    Rename(node, text, hole, NearestName.FindOne(hole.Name, nearest))
                );
            }
        }
    }

    private static ConfigEdit? Rename(ConfigNode node, string text, TemplateHole hole, string? meant) =>
        meant is null
            ? null
            : ConfigEdits.Replace(
                node,
                text.Substring(0, hole.Start) + (hole.IsMacro ? $"${{{meant}}}" : $"{{{{{meant}}}}}") + text.Substring(hole.End)
            );
}

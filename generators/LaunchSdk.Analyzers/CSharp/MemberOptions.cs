using System.Reflection;
using LaunchSdk.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>
/// Finds the option that a member of the queue's configuration or builder stands for. The option table has its members under the same
/// names.
/// </summary>
internal static class MemberOptions
{
    private static readonly Dictionary<string, DockerOption> ByMember = typeof(DockerOptions)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(DockerOption))
        .ToDictionary(property => property.Name, property => (DockerOption)property.GetValue(null)!, StringComparer.Ordinal);

    /// <summary>The option of a property or method; null for members that are none.</summary>
    public static DockerOption? Find(ISymbol member) =>
        (SdkTypes.IsQueueConfig(member.ContainingType) || SdkTypes.IsQueueBuilder(member.ContainingType))
        && ByMember.TryGetValue(member.Name, out var option)
            ? option
            : null;

    /// <summary>The option that an expression is given to, directly or as an item of its list; null when it goes elsewhere.</summary>
    public static DockerOption? FindTarget(IOperation value)
    {
        var parent = value.Parent;
        while (parent is IConversionOperation or ICollectionExpressionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } => Find(target.Property),
            IArgumentOperation { Parent: IInvocationOperation { Arguments.Length: 1 } call } => Find(call.TargetMethod),
            _ => null,
        };
    }
}

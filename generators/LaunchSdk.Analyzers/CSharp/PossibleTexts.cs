using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>
/// The constant texts that an expression may come to: its own, or those in the branches of <c>?:</c>, <c>switch</c> and <c>??</c>.
/// </summary>
internal static class PossibleTexts
{
    /// <summary>Each text with its place; none where only the running program knows.</summary>
    public static IEnumerable<(string Text, SyntaxNode Place)> Of(IOperation operation) =>
        operation switch
        {
            { ConstantValue: { HasValue: true, Value: var value } } => value is string text ? [(text, operation.Syntax)] : [],
            IConditionalOperation { WhenFalse: { } otherwise } choice => Of(choice.WhenTrue).Concat(Of(otherwise)),
            ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Of(arm.Value)),
            ICoalesceOperation choice => Of(choice.Value).Concat(Of(choice.WhenNull)),
            _ => [],
        };
}

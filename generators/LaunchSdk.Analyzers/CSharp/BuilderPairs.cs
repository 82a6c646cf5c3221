using System.Globalization;
using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Values;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>The builder's methods that put a value together from parts: <c>Env(name, value)</c>, <c>Volume(source, target)</c>.</summary>
internal static class BuilderPairs
{
    /// <summary>Checks such a call; does nothing for the builder's other methods.</summary>
    public static void Check(OperationAnalysisContext context, IInvocationOperation call)
    {
        if (Read(call) is not var (option, text))
        {
            return;
        }

        var violation = Check(call, option, text);
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.ConstantValue.Value is string part)
            {
                MacroCheck.Check(context, argument.Value.Syntax, part);
            }
        }

        if (violation is { } found)
        {
            var place = call.Arguments[0].Syntax.Span.Start;
            var span = Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(place, call.Arguments[call.Arguments.Length - 1].Syntax.Span.End);
            context.ReportDiagnostic(CodeDiagnostics.Create(found, Microsoft.CodeAnalysis.Location.Create(call.Syntax.SyntaxTree, span)));
        }
    }

    /// <summary>The option and the text that the call adds to it; null for other methods, and for parts that are not constant.</summary>
    public static (DockerOption Option, string Text)? Read(IInvocationOperation call)
    {
        var parts = call
            .Arguments.OrderBy(argument => argument.Parameter!.Ordinal)
            .Select(argument => argument.Value.ConstantValue)
            .ToArray();
        if (parts.Length == 0 || !parts.All(part => part is { HasValue: true, Value: string or int }))
        {
            return null;
        }

        var texts = parts.Select(part => Convert.ToString(part.Value, CultureInfo.InvariantCulture)!).ToArray();
        return (call.TargetMethod.Name, texts.Length) switch
        {
            ("Env", 2) => (DockerOptions.Env, texts[0] + "=" + texts[1]),
            ("PassEnv", 1) => (DockerOptions.Env, texts[0]),
            ("Volume", 2) => (DockerOptions.Volume, texts[0] + ":" + texts[1]),
            ("Label", 2) => (DockerOptions.Label, texts[0] + "=" + texts[1]),
            ("Publish", 2) => (DockerOptions.Publish, texts[0] + ":" + texts[1]),
            _ => null,
        };
    }

    private static Violation? Check(IInvocationOperation call, DockerOption option, string text)
    {
        if (call.TargetMethod.Name is "Env" or "PassEnv" && NameOf(call) is var name && name.IndexOf('=') >= 0)
        {
            return InvalidValue.NameWithValue(option.Name, SecretValue.Show(name));
        }

        return !TemplateText.IsTemplate(text) && GrammarCheck.Check(option.Grammar, text) is { } error
            ? CodeDiagnostics.InvalidText(error, option)
            : null;
    }

    private static string NameOf(IInvocationOperation call) =>
        (string)call.Arguments.First(argument => argument.Parameter!.Ordinal == 0).Value.ConstantValue.Value!;
}

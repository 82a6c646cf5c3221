using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Validation;
using LaunchSdk.Validation.Advice;
using LaunchSdk.Validation.Conflicts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LaunchSdk.Analyzers.CSharp;

/// <summary>The options that a piece of code sets, as far as they can be read while compiling, and where it sets them.</summary>
internal sealed class StaticSettings : IAdviceTarget
{
    // A template is a value that nothing is known of before it is replaced: so every rule already takes it.
    private const string Unknown = "${unknown}";

    private readonly OptionSettings _settings = new();
    private readonly Dictionary<DockerOption, Location> _places = [];

    // Where each text of an option is written; null for one that is put together.
    private readonly Dictionary<DockerOption, List<SyntaxNode?>> _sources = [];
    private readonly List<Diagnostic> _found = [];

    /// <summary>Sets an option, replacing what was set before.</summary>
    public void Set(DockerOption option, IOperation value, Location place)
    {
        _places[option] = place;
        value = Unwrap(value);
        if (value.ConstantValue is { HasValue: true, Value: null })
        {
            _settings.Replace(OptionSetting.OfNull(option));
        }
        else if (option.Arity == OptionArity.Flag)
        {
            _settings.Replace(value.ConstantValue.Value is bool flag ? OptionSetting.OfFlag(option, flag) : OptionSetting.OfNull(option));
        }
        else
        {
            SetTexts(option, [.. ReadTexts(value)]);
        }
    }

    /// <summary>Adds a value to a repeatable option, or sets another one.</summary>
    public void Add(DockerOption option, IOperation value, Location place)
    {
        if (option.Arity == OptionArity.Repeatable)
        {
            var (text, source) = ReadTexts(Unwrap(value)).First();
            AddText(option, text, place, source);
        }
        else
        {
            Set(option, value, place);
        }
    }

    /// <summary>Adds a text to a repeatable option.</summary>
    public void AddText(DockerOption option, string text, Location place, SyntaxNode? source = null)
    {
        _places[option] = place;
        var sources = _sources.TryGetValue(option, out var known) ? known : [];
        SetTexts(option, [.. _settings.AllTexts(option).Zip(sources, (earlier, node) => (earlier, node)), (text, source)]);
    }

    /// <summary>Says that other code sets more options: nothing can be held against an option for missing another.</summary>
    public void AssumeMore()
    {
        foreach (var option in NeededOptions.All)
        {
            if (_settings.Find(option) is null)
            {
                _settings.Append(OptionSetting.OfText(option, Unknown));
            }
        }
    }

    /// <summary>The rules over several options that this code breaks, and the advice, each where it sets the option to change.</summary>
    public IReadOnlyList<Diagnostic> Check()
    {
        foreach (var (violation, setting) in SettingRules.Find(_settings))
        {
            Add(violation, setting);
        }

        QueueAdvice.Check(_settings, this);
        return _found;
    }

    /// <inheritdoc/>
    public void Add(Violation violation, OptionSetting setting, int? index = null, ConfigEdit? edit = null, string? meant = null)
    {
        if (
            _places.TryGetValue(setting.Option, out var place)
            && (violation.Rule == RefusedByReferenceAgent.Rule || index is not null || !setting.Texts.Contains(Unknown))
        )
        {
            var source =
                index is { } item && _sources.TryGetValue(setting.Option, out var nodes) && item < nodes.Count ? nodes[item] : null;
            _found.Add(CodeDiagnostics.Create(violation, place, CodeEdits.Replace(source, meant), setting.Mask));
        }
    }

    private void SetTexts(DockerOption option, (string Text, SyntaxNode? Source)[] texts)
    {
        _sources[option] = [.. texts.Select(text => text.Source)];
        _settings.Replace(
            texts.Length == 1
                ? OptionSetting.OfText(option, texts[0].Text)
                : OptionSetting.OfTexts(option, [.. texts.Select(text => text.Text)])
        );
    }

    private static IEnumerable<(string Text, SyntaxNode? Source)> ReadTexts(IOperation value) =>
        value switch
        {
            ICollectionExpressionOperation list => list.Elements.SelectMany(item => ReadTexts(Unwrap(item))),
            { ConstantValue: { HasValue: true, Value: string text } } => [(text, value.Syntax)],
            IConversionOperation { Operand: { ConstantValue: { HasValue: true, Value: string } } written } =>
            [
                (StaticValues.Read(value)?.Value?.Text ?? Unknown, written.Syntax),
            ],
            _ => [(StaticValues.Read(value)?.Value?.Text ?? Unknown, null)],
        };

    // Conversions of the language change nothing that matters here; those of the SDK are read with what they convert.
    private static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        }

        return value;
    }
}

using System.Diagnostics.CodeAnalysis;
using LaunchSdk.Documents;
using LaunchSdk.Options;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Validation.Edits;

namespace LaunchSdk.Validation;

/// <summary>Reads a mapping of docker options: checks every key and value and gives the settings in their order.</summary>
internal sealed class OptionSetReader(ProblemList problems, TemplateScope templates)
{
    private const string BuilderKey = "builder";
    private readonly ValueChecker _values = new(problems, templates);

    /// <summary>The settings of a mapping, and the node of its <c>builder</c> block where there is one.</summary>
    public OptionSettings Read(ConfigNode mapping, out ConfigNode builder)
    {
        builder = default;
        if (mapping.Kind != ConfigNodeKind.Mapping)
        {
            problems.Add(WrongType.NoOptions(NodeText.Describe(mapping)), mapping);
            return new OptionSettings();
        }

        var settings = new OptionSettings(mapping.Members.Count);
        foreach (var member in mapping.Members)
        {
            if (TryGetOption(member.Key, out var option))
            {
                ReadOption(settings, option, member);
            }
            else if (member.Key.TextEquals(BuilderKey))
            {
                builder = member.Value;
                if (builder.Kind != ConfigNodeKind.Null)
                {
                    new SchemaValidator(problems, templates).Validate(builder, LaunchSchemas.QueueBuilderConfig, BuilderKey);
                }
            }
            else
            {
                ReportUnknown(mapping, member.Key);
            }
        }

        SettingRules.Check(settings, problems);
        problems.AdviseLater(settings);
        return settings;
    }

    private static bool TryGetOption(ConfigNode key, [NotNullWhen(true)] out DockerOption? option)
    {
        var slice = key.Slice;
        return DockerOptions.TryGet(slice.Source, slice.Start, slice.Length, out option);
    }

    private void ReadOption(OptionSettings settings, DockerOption option, ConfigMember member)
    {
        var name = member.Key.TextEquals(option.Name) ? option.Name : member.Key.Text;
        var value = member.Value;
        problems.Protect(option, value);
        switch (value.Kind)
        {
            case ConfigNodeKind.Null:
                settings.Append(OptionSetting.OfNull(option, name, value));
                return;
            case ConfigNodeKind.Boolean when option.Arity == OptionArity.Flag:
                settings.Append(OptionSetting.OfFlag(option, value.BooleanValue, name, value));
                return;
            case ConfigNodeKind.String or ConfigNodeKind.Number when option.Arity != OptionArity.Flag:
                var text = value.Text;
                _values.Check(name, value, option.Grammar, text);
                settings.Append(OptionSetting.OfText(option, text, name, value));
                return;
            case ConfigNodeKind.Sequence when option.Arity == OptionArity.Repeatable:
                settings.Append(OptionSetting.OfTexts(option, ReadItems(option, name, value), name, value));
                return;
            default:
                WrongTypes.Report(problems, option, name, value);
                return;
        }
    }

    private string[] ReadItems(DockerOption option, string name, ConfigNode list)
    {
        var texts = new string[list.Items.Count];
        var count = 0;
        foreach (var item in list.Items)
        {
            if (item.Kind is ConfigNodeKind.String or ConfigNodeKind.Number)
            {
                var text = item.Text;
                _values.Check(name, item, option.Grammar, text);
                texts[count++] = text;
            }
            else
            {
                WrongTypes.ReportItem(problems, name, item);
            }
        }

        if (count < texts.Length)
        {
            Array.Resize(ref texts, count);
        }

        return texts;
    }

    private void ReportUnknown(ConfigNode mapping, ConfigNode key)
    {
        if (problems.IsFull)
        {
            return;
        }

        var text = key.Text;
        problems.Add(UnknownKey.OfOptions(text, KeyHints.WayOut(text)), key, ConfigEdits.Rename(mapping, key, KeyHints.Nearest(text)));
    }
}

using System.Text;
using LaunchSdk.Configuration;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Values;

namespace LaunchSdk.Commands;

/// <summary>Replaces macros and template variables by their values, once, left to right: a value is never searched again.</summary>
internal sealed class TemplateSubstitution(DockerRunRequest request, IReadOnlyDictionary<string, string> variables, List<Problem> problems)
{
    /// <summary>The settings with every hole filled; each filled value is checked against its grammar.</summary>
    public OptionSettings Apply(OptionSettings settings)
    {
        if (!HasTemplates(settings))
        {
            return settings;
        }

        var result = new OptionSettings(settings.Count);
        foreach (var setting in settings)
        {
            result.Append(HasTemplate(setting) ? Fill(setting) : setting);
        }

        return result;
    }

    /// <summary>The builder block with the holes of its images filled; each filled image is checked.</summary>
    public QueueBuilderConfig? Apply(QueueBuilderConfig? builder)
    {
        if (builder is null)
        {
            return null;
        }

        builder = DeprecatedKeys.Fold(builder);
        return builder with
        {
            BaseImage = FillImage("builder.base_image", builder.BaseImage),
            Accelerator = builder.Accelerator is { } accelerator
                ? accelerator with
                {
                    BaseImage = FillImage("builder.accelerator.base_image", accelerator.BaseImage),
                }
                : null,
        };
    }

    private static bool HasTemplates(OptionSettings settings)
    {
        for (var i = 0; i < settings.Count; i++)
        {
            if (HasTemplate(settings[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasTemplate(OptionSetting setting)
    {
        if (setting.Text is { } text)
        {
            return TemplateText.IsTemplate(text);
        }

        var texts = setting.Texts;
        for (var i = 0; i < texts.Count; i++)
        {
            if (TemplateText.IsTemplate(texts[i]))
            {
                return true;
            }
        }

        return false;
    }

    private OptionSetting Fill(OptionSetting setting)
    {
        var texts = setting.Texts.ToArray();
        for (var i = 0; i < texts.Length; i++)
        {
            var index = i;
            if (
                !TemplateText.IsTemplate(texts[i]) || Fill(texts[i], violation => setting.CreateProblem(violation, index)) is not { } filled
            )
            {
                continue;
            }

            if (GrammarCheck.Check(setting.Option.Grammar, filled) is { } error)
            {
                problems.Add(setting.CreateProblem(InvalidValue.Filled(setting.Name, error.Sentence, texts[i]), i));
            }

            texts[i] = filled;
        }

        return setting.WithTexts(texts);
    }

    private string? FillImage(string key, string? text)
    {
        if (text is null || !TemplateText.IsTemplate(text))
        {
            return text;
        }

        var filled = Fill(text, violation => violation.At(new RequestLocation(key)));
        if (filled is not null && GrammarCheck.Check(Grammar.ImageReference, filled) is { } error)
        {
            problems.Add(InvalidValue.Filled(key, error.Sentence, text).At(new RequestLocation(key)));
        }

        return filled ?? text;
    }

    private string? Fill(string text, Func<Violation, Problem> report)
    {
        var result = new StringBuilder(text.Length);
        var from = 0;
        var complete = true;
        while (TemplateText.TryFind(text, from, out var hole))
        {
            result.Append(text, from, hole.Start - from);
            if ((hole.IsMacro ? Macro(hole.Name) : variables.GetValueOrDefault(hole.Name)) is { } value)
            {
                result.Append(value);
            }
            else
            {
                complete = false;
                problems.Add(report(hole.IsMacro ? NoMacro(hole.Name) : UnknownVariable.NoValue(hole.Name)));
            }

            from = hole.End;
        }

        return complete ? result.Append(text, from, text.Length - from).ToString() : null;
    }

    private string? Macro(string name) =>
        request.Macros.GetValueOrDefault(name)
        ?? (name == Validation.Macros.ImageUri ? request.Image : null)
        ?? (request.AllowedEnvironment.Contains(name) ? request.Environment(name) : null);

    private Violation NoMacro(string name)
    {
        if (Validation.Macros.All.Contains(name))
        {
            return UnknownMacro.NoValue(name);
        }

        return request.AllowedEnvironment.Contains(name) ? UnknownMacro.NotSet(name) : UnknownMacro.NotAMacro(name, Validation.Macros.All);
    }
}

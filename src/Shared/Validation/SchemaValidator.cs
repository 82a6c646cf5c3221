using System.Globalization;
using LaunchSdk.Documents;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Validation.Edits;
using LaunchSdk.Validation.Schema;
using LaunchSdk.Values;

namespace LaunchSdk.Validation;

/// <summary>Walks a document beside a schema table and reports every difference in one pass.</summary>
internal sealed class SchemaValidator(ProblemList problems, TemplateScope templates)
{
    /// <summary>Checks <paramref name="node"/>; <paramref name="name"/> names the place in messages.</summary>
    public void Validate(ConfigNode node, SchemaNode schema, string name)
    {
        switch (schema)
        {
            case ObjectSchema expected:
                ValidateObject(node, expected, name);
                break;
            case ListSchema expected:
                ValidateList(node, expected, name);
                break;
            case MapSchema expected:
                ValidateMap(node, expected, name);
                break;
            case ScalarSchema expected:
                ValidateScalar(node, expected, name);
                break;
            case OptionSetSchema:
                new OptionSetReader(problems, templates).Read(node, out _);
                break;
        }
    }

    private void ValidateObject(ConfigNode node, ObjectSchema schema, string name)
    {
        if (node.Kind != ConfigNodeKind.Mapping)
        {
            problems.Add(WrongType.NoMapping(name, Keys(schema), NodeText.Describe(node)), node);
            return;
        }

        foreach (var member in node.Members)
        {
            var property = schema.Properties.FirstOrDefault(property => member.Key.TextEquals(property.Name));
            if (property is null)
            {
                ReportUnknown(node, member.Key, schema);
                continue;
            }

            if (property.ReplacedBy is { } successor)
            {
                problems.Add(Deprecated.Of(property.Name, successor), member.Key, Successor(node, member, schema, successor));
            }

            if (member.Value.Kind != ConfigNodeKind.Null || property.IsRequired)
            {
                Validate(member.Value, property.Schema, property.Name);
            }
        }

        // What is missing from a text that breaks off may stand in the part that nobody could read.
        if (problems.HasBrokenNotation)
        {
            return;
        }

        foreach (var property in schema.Properties)
        {
            if (property.IsRequired && !node.TryGetMember(property.Name, out _))
            {
                problems.Add(MissingKey.Of(schema.Title, property.Name, property.Summary), KeyPlace(node));
            }
        }

        ValidateGroups(node, schema);
    }

    private void ValidateGroups(ConfigNode node, ObjectSchema schema)
    {
        foreach (var group in schema.ExactlyOneOf)
        {
            if (group.Count(key => IsSet(node, key)) != 1)
            {
                problems.Add(Conflict.NeedsOneOf(schema.Title, group), LastOf(node, group));
            }
        }

        foreach (var group in schema.AtMostOneOf)
        {
            if (group.Count(key => IsSet(node, key)) > 1)
            {
                problems.Add(Conflict.OnlyOneOf(group), LastOf(node, group));
            }
        }
    }

    private void ValidateList(ConfigNode node, ListSchema schema, string name)
    {
        if (node.Kind != ConfigNodeKind.Sequence)
        {
            problems.Add(
                WrongType.NoList(name, NodeText.Describe(node), node.Kind is ConfigNodeKind.Mapping ? "..." : node.Text),
                node,
                ConfigEdits.WrapInList(node)
            );
            return;
        }

        if (node.Items.Count < schema.MinItems)
        {
            problems.Add(OutOfRange.TooFewItems(name, schema.MinItems), node);
        }

        foreach (var item in node.Items)
        {
            Validate(item, schema.Items, name);
        }
    }

    private void ValidateMap(ConfigNode node, MapSchema schema, string name)
    {
        if (node.Kind != ConfigNodeKind.Mapping)
        {
            problems.Add(WrongType.NoMap(name, NodeText.Describe(node)), node);
            return;
        }

        foreach (var member in node.Members)
        {
            Validate(member.Value, schema.Values, member.Key.Text);
        }
    }

    private void ValidateScalar(ConfigNode node, ScalarSchema schema, string name)
    {
        var isText = (schema.Kinds & ScalarKinds.String) != 0;
        if (!HasKind(node, schema.Kinds))
        {
            ReportKind(node, schema, name, isText);
            return;
        }

        if (isText && node.IsAmbiguous && (schema.Kinds & ScalarKinds.Number) == 0 && schema.AllowedValues is null)
        {
            ReportAmbiguous(node, node.Text);
            return;
        }

        if (node.Kind == ConfigNodeKind.String && node.Text is var text)
        {
            ValidateText(node, schema, name, text);
        }
        else if (node.Kind == ConfigNodeKind.Number)
        {
            ValidateNumber(node, schema, name);
        }
    }

    private void ValidateText(ConfigNode node, ScalarSchema schema, string name, string text)
    {
        if (schema.AllowedValues is { } allowed && !allowed.Contains(text))
        {
            var edit = ConfigEdits.Replace(node, NearestName.FindOne(text, allowed));
            problems.Add(NotAllowed.Text(text, name, allowed), node, edit);
        }
        else if (schema.MinLength > text.Length || schema.MaxLength < text.Length)
        {
            problems.Add(OutOfRange.Length(name, text.Length, schema.MinLength ?? 0, schema.MaxLength), node);
        }
        else if (schema.Grammar is { } grammar)
        {
            new ValueChecker(problems, templates).Check(name, node, grammar, text);
        }
        else if (TemplateText.IsTemplate(text))
        {
            templates.Check(node, text, problems);
        }
    }

    private void ValidateNumber(ConfigNode node, ScalarSchema schema, string name)
    {
        if (
            !double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || double.IsNaN(number)
            || double.IsInfinity(number)
        )
        {
            problems.Add(OutOfRange.NotFinite(name, node.Text), node);
        }
        else if (number < schema.Minimum || number > schema.Maximum)
        {
            problems.Add(OutOfRange.Number(name, node.Text, schema.Minimum, schema.Maximum), node);
        }
    }

    private void ReportKind(ConfigNode node, ScalarSchema schema, string name, bool isText)
    {
        var written = node.Document.Text.Substring(node.Range.Start, node.Range.Length);
        if (schema.AllowedValues is { } allowed && node.IsPlain && !allowed.Contains(written))
        {
            problems.Add(NotAllowed.Other(NodeText.Describe(node), name, allowed), node);
            return;
        }

        // In JSON nobody reads a bare literal as text: it is simply of the wrong type.
        if (isText && node.IsPlain && node.Document.Format == ConfigFormat.Yaml)
        {
            if (written.Length == 0)
            {
                problems.Add(AmbiguousScalar.Empty(name), node);
                return;
            }

            ReportAmbiguous(node, written);
            return;
        }

        problems.Add(WrongType.OtherKind(name, KindWords(schema.Kinds), NodeText.Describe(node)), node);
    }

    private void ReportAmbiguous(ConfigNode node, string written) =>
        problems.Add(AmbiguousScalar.Text(written, YamlAmbiguity.Describe(node)), node, ConfigEdits.Quote(node));

    // A successor with a dot lies in another mapping, which may have to be made first.
    private static ConfigEdit? Successor(ConfigNode mapping, ConfigMember member, ObjectSchema schema, string successor)
    {
        if (successor.IndexOf('.') >= 0)
        {
            return successor == RegistryMove.Successor ? RegistryMove.Create(mapping, member) : null;
        }

        var rename = ConfigEdits.Rename(mapping, member.Key, successor);
        var takesList = schema.Properties.FirstOrDefault(property => property.Name == successor)?.Schema is ListSchema;
        return rename is not null && takesList && ConfigEdits.WrapInList(member.Value) is { } wrap
            ? EditSet.Merge(rename.Title, mapping.Document.Text, [(rename.Range, rename.NewText), (wrap.Range, wrap.NewText)])
            : rename;
    }

    private void ReportUnknown(ConfigNode mapping, ConfigNode key, ObjectSchema schema)
    {
        if (problems.IsFull)
        {
            return;
        }

        var text = key.Text;
        var nearest = NearestName.Find(text, schema.Properties.Select(property => property.Name));
        var edit = ConfigEdits.Rename(mapping, key, NearestName.FindOne(text, nearest));
        problems.Add(UnknownKey.OfMapping(text, schema.Title, nearest, Keys(schema)), key, edit);
    }

    // Of keys that exclude each other the last is the one too many.
    private static TextRange LastOf(ConfigNode node, IReadOnlyList<string> group)
    {
        var place = KeyPlace(node);
        foreach (var member in node.Members)
        {
            if (member.Value.Kind != ConfigNodeKind.Null && group.Contains(member.Key.Text))
            {
                place = member.Key.Range;
            }
        }

        return place;
    }

    // A missing key has no place of its own: the start of the mapping stands for it.
    private static TextRange KeyPlace(ConfigNode mapping) => new(mapping.Range.Start, 0);

    private static bool IsSet(ConfigNode node, string key) => node.TryGetMember(key, out var value) && value.Kind != ConfigNodeKind.Null;

    private static string Keys(ObjectSchema schema) => string.Join(", ", schema.Properties.Select(property => property.Name));

    private static bool HasKind(ConfigNode node, ScalarKinds kinds) =>
        node.Kind switch
        {
            ConfigNodeKind.String => (kinds & ScalarKinds.String) != 0,
            ConfigNodeKind.Boolean => (kinds & ScalarKinds.Boolean) != 0,
            ConfigNodeKind.Null => (kinds & ScalarKinds.Null) != 0,
            ConfigNodeKind.Number => (kinds & ScalarKinds.Number) != 0 || ((kinds & ScalarKinds.Integer) != 0 && IsWhole(node.Text)),
            _ => false,
        };

    private static bool IsWhole(string number) => long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static string KindWords(ScalarKinds kinds)
    {
        var words = new List<string>();
        if ((kinds & ScalarKinds.String) != 0)
        {
            words.Add("text");
        }

        if ((kinds & ScalarKinds.Integer) != 0)
        {
            words.Add("a whole number");
        }

        if ((kinds & ScalarKinds.Number) != 0)
        {
            words.Add("a number");
        }

        if ((kinds & ScalarKinds.Boolean) != 0)
        {
            words.Add("true or false");
        }

        return string.Join(" or ", words);
    }
}

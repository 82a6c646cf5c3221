using LaunchSdk.SchemaGenerator.Models;
using NJsonSchema;

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>Rows of the option table. Aliases are folded into the row that they are an alias of.</summary>
internal sealed class OptionParser(Action<SchemaException> report)
{
    /// <summary>True for the mapping whose keys are docker's options.</summary>
    public static bool IsOptionSet(Cursor place) =>
        place.Schema.Properties.Values.Any(property => property.ExtensionData?.ContainsKey(Keys.Arity) == true);

    public IEnumerable<OptionModel> Parse(Cursor place)
    {
        var rows = place
            .Schema.Properties.Select(property => place.At(property.Value, "properties", property.Key))
            .Zip(place.Schema.Properties.Keys, (cursor, name) => (Cursor: cursor, Name: name))
            .ToList();
        var aliases = rows.Where(row => row.Cursor.Find(Keys.AliasOf) is not null)
            .ToLookup(row => row.Cursor.RequiredText(Keys.AliasOf), row => row.Name, StringComparer.Ordinal);
        var options = new List<OptionModel>();
        foreach (var row in rows.Where(row => row.Cursor.Find(Keys.Arity) is not null && row.Cursor.Find(Keys.AliasOf) is null))
        {
            try
            {
                options.Add(ParseRow(row.Name, row.Cursor, [.. aliases[row.Name]]));
            }
            catch (SchemaException error)
            {
                report(error);
            }
        }

        CheckNames(place, options, aliases);
        CheckExcluded(place, options);
        CheckWords(place, options);
        return options;
    }

    private static OptionModel ParseRow(string name, Cursor row, string[] aliases)
    {
        var shortName = row.Text(Keys.Short) ?? aliases.FirstOrDefault(alias => alias.Length == 1);
        var kind = ParseKind(row);
        return new OptionModel
        {
            Name = name,
            Member = row.Text(Keys.Member) ?? Names.ToMember(name),
            ShortName = shortName,
            HiddenNames = aliases.Where(alias => alias.Length > 1).ToEquatableArray(),
            Kind = kind,
            Grammar = kind == OptionKind.Flag ? Grammars.Flag : ParseOptionGrammar(row),
            WordsCalled = row.Text(Keys.Words),
            Description = row.Schema.Description ?? throw row.Error("the key 'description' is missing: say what the option does"),
            Syntax = kind == OptionKind.Flag ? string.Empty : row.RequiredText(Keys.Syntax),
            Example = kind == OptionKind.Flag ? "true" : ParseExample(row),
            Default = row.Text(Keys.Default),
            MinApiVersion = row.Text(Keys.MinApi),
            EngineOs = row.Text(Keys.EngineOs),
            Target = row.Text(Keys.Target) ?? string.Empty,
            ClientSideReason = row.Text(Keys.ClientSide),
            Ceiling = row.Text(Keys.Ceiling) is { } ceiling ? Names.ToMember(ceiling) : null,
            IsSecret = row.Flag(Keys.Secret),
            IsClientFile = row.Flag(Keys.ClientFile),
            Excludes = ConflictParser.Parse(row).ToEquatableArray(),
            Refusals = RefusalParser.Parse(row).ToEquatableArray(),
            Values = ValuesParser.ParseOffered(row).ToEquatableArray(),
        };
    }

    private static string ParseOptionGrammar(Cursor row)
    {
        var name = row.RequiredText(Keys.Grammar);
        if (row.Find(Keys.Words) is null)
        {
            return ParseGrammar(row, name);
        }

        if (Grammars.Find(name) is not null)
        {
            throw row.Error($"'{name}' is a grammar with a type of its own: leave out '{Keys.Words}', or name another grammar");
        }

        return row.Texts(Keys.Values).Count > 0
            ? Names.ToMember(name)
            : throw row.Error($"'{Keys.Words}' needs '{Keys.Values}': write the words that docker takes");
    }

    internal static string ParseGrammar(Cursor place, string name) =>
        Grammars.Find(name)
        ?? throw place.Error(
            $"'{name}' is not a grammar: write the name of a member of LaunchSdk.Values.Grammar in kebab-case, such as byte-size"
        );

    // An example of a list stands for one of its items: the table shows how one value is written.
    private static string ParseExample(Cursor row)
    {
        var example = row.Find(Keys.Examples) is object[] { Length: > 0 } examples
            ? examples[0]
            : throw row.Error("the key 'examples' is missing: give a value that docker takes");
        return example switch
        {
            object[] { Length: > 0 } items => Literal(items[0]),
            _ => Literal(example),
        };
    }

    private static string Literal(object? value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty,
        };

    private static OptionKind ParseKind(Cursor row) =>
        row.RequiredText(Keys.Arity) switch
        {
            "flag" => OptionKind.Flag,
            "single" => OptionKind.Single,
            "repeatable" => OptionKind.Repeatable,
            var other => throw row.Error($"'{other}' is not an arity: write flag, single or repeatable"),
        };

    private void CheckExcluded(Cursor place, List<OptionModel> options)
    {
        foreach (var option in options)
        {
            foreach (var other in option.Excludes.Select(rule => rule.Option).Where(name => !place.Schema.Properties.ContainsKey(name)))
            {
                report(place.Error($"'{other}' is no option: correct '{Keys.Excludes}' of '{option.Name}'"));
            }
        }
    }

    // One type is made of each list of words.
    private void CheckWords(Cursor place, List<OptionModel> options)
    {
        foreach (var grammar in options.Where(option => option.WordsCalled is not null).GroupBy(option => option.Grammar))
        {
            if (grammar.Select(option => (option.WordsCalled, option.Values)).Distinct().Count() > 1)
            {
                var names = string.Join(", ", grammar.Select(option => option.Name));
                report(place.Error($"{names} have one grammar and other words: give each a grammar of its own, or the same words"));
            }
        }
    }

    private void CheckNames(Cursor place, List<OptionModel> options, ILookup<string, string> aliases)
    {
        foreach (var target in aliases.Select(group => group.Key).Where(target => place.Schema.Properties.ContainsKey(target) is false))
        {
            report(place.Error($"'{target}' has aliases and is no option: correct '{Keys.AliasOf}'"));
        }

        var names = options.SelectMany(option =>
            option.HiddenNames.Append(option.Name).Concat(option.ShortName is { } letter ? [letter] : [])
        );
        foreach (var twice in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            report(place.Error($"'{twice.Key}' names two options: a name belongs to one"));
        }
    }
}

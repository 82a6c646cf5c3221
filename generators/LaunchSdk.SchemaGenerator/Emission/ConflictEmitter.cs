using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>The conflicts of an option: those that the schema has at it, and the mirror of those that it has at others.</summary>
internal static class ConflictEmitter
{
    /// <summary>All conflicts of an option as C# expressions.</summary>
    public static IEnumerable<string> Expressions(OptionModel option, EquatableArray<OptionModel> options) =>
        option
            .Excludes.Select(rule => Expression(rule, isReportedHere: true))
            .Concat(Mirrored(option, options).Select(rule => Expression(rule, isReportedHere: false)));

    /// <summary>All conflicts of an option in words.</summary>
    public static IEnumerable<string> Summaries(OptionModel option, EquatableArray<OptionModel> options) =>
        option.Excludes.Concat(Mirrored(option, options)).Select(Summary);

    private static IEnumerable<ConflictModel> Mirrored(OptionModel option, EquatableArray<OptionModel> options) =>
        from other in options
        from rule in other.Excludes
        where rule.Option == option.Name && rule.When.Kind is not ("Missing" or "NotUserDefined")
        select rule with
        {
            Option = other.Name,
            When = Turned(rule.When.Kind) is { } turned ? new ConditionModel(turned, EquatableArray<string>.Empty) : rule.Own,
            Own = Turned(rule.When.Kind) is null ? rule.When : new ConditionModel("Positive", EquatableArray<string>.Empty),
        };

    private static string? Turned(string kind) =>
        kind switch
        {
            "Less" => "More",
            "More" => "Less",
            _ => null,
        };

    private static string Expression(ConflictModel rule, bool isReportedHere)
    {
        List<string> facts =
        [
            $"Option = {Literals.Text(rule.Option)}",
            $"When = {Condition(rule.When)}",
            $"Own = {Condition(rule.Own)}",
            $"RuleId = {Literals.Text(rule.RuleId)}",
            $"Summary = {Literals.Text(Summary(rule))}",
        ];
        if (isReportedHere)
        {
            facts.Add("IsReportedHere = true");
        }

        if (rule.Because.Length > 0)
        {
            facts.Add($"Because = {Literals.Text(rule.Because)}");
        }

        if (rule.Seen.Count > 0)
        {
            facts.Add($"Seen = {Literals.Texts(rule.Seen)}");
        }

        facts.Add($"Example = {Literals.Text(rule.Example)}");
        return $"new() {{ {string.Join(", ", facts)} }}";
    }

    private static string Condition(ConditionModel condition)
    {
        var kind = $"global::LaunchSdk.Options.ConflictConditionKind.{condition.Kind}";
        return condition.Words.Count == 0 ? $"new({kind})" : $"new({kind}) {{ Words = {Literals.Texts(condition.Words)} }}";
    }

    private static string Summary(ConflictModel rule)
    {
        var own = rule.Own.Kind == ConditionModel.Given ? "" : $", and this {Words(rule.Own)}";
        var refuser = rule.RuleId == "LSDK0009" ? "docker" : "the engine";
        return $"{rule.Option} {Words(rule.When)}{own}: {refuser} refuses both";
    }

    private static string Words(ConditionModel condition) =>
        condition.Kind switch
        {
            "NotZero" => "is neither 0 nor empty",
            "Positive" => "is more than 0",
            "Restarts" => "is neither no nor empty",
            "Among" => $"is {string.Join(" or ", condition.Words)}",
            "Missing" => "is not given",
            "Less" => "is less than this",
            "More" => "is more than this",
            "OfContainer" => "is container:NAME",
            "NotUserDefined" => "is not one that you made",
            "WithField" => $"has {condition.Words[0]}= itself",
            _ => "is given",
        };
}

namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>One option of <c>docker run</c> as its schema describes it.</summary>
internal sealed record OptionModel
{
    /// <summary>Long name, such as <c>shm-size</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the C# member, such as <c>ShmSize</c>.</summary>
    public required string Member { get; init; }

    public string? ShortName { get; init; }

    public EquatableArray<string> HiddenNames { get; init; } = EquatableArray<string>.Empty;

    public required OptionKind Kind { get; init; }

    /// <summary>Member of the <c>Grammar</c> enum.</summary>
    public required string Grammar { get; init; }

    /// <summary>
    /// What one of <see cref="Values"/> is called, where the grammar is these words: "a pull policy". Null for another grammar.
    /// </summary>
    public string? WordsCalled { get; init; }

    public required string Description { get; init; }

    public required string Syntax { get; init; }

    public required string Example { get; init; }

    public string? Default { get; init; }

    public string? MinApiVersion { get; init; }

    public string? EngineOs { get; init; }

    public required string Target { get; init; }

    public string? ClientSideReason { get; init; }

    /// <summary>Member of the <c>OptionCeiling</c> enum; null for an option that is no limit.</summary>
    public string? Ceiling { get; init; }

    public bool IsSecret { get; init; }

    public bool IsClientFile { get; init; }

    /// <summary>Options that cannot be given with this one, as far as the schema has them here.</summary>
    public EquatableArray<ConflictModel> Excludes { get; init; } = EquatableArray<ConflictModel>.Empty;

    /// <summary>Values that nobody takes.</summary>
    public EquatableArray<RefusalModel> Refusals { get; init; } = EquatableArray<RefusalModel>.Empty;

    /// <summary>Values worth offering.</summary>
    public EquatableArray<ValueModel> Values { get; init; } = EquatableArray<ValueModel>.Empty;
}

namespace LaunchSdk.Documents;

/// <summary>What a token of the scanner is.</summary>
internal enum YamlTokenKind
{
    /// <summary>The start of the text, a comment, or one of the scanner's errors, which the parser reports.</summary>
    Other,
    Scalar,
    Key,

    /// <summary>The key of a scalar and its like, which has no character of its own.</summary>
    ImplicitKey,
    Value,
    BlockStart,
    BlockEntry,
    BlockEnd,
    ListStart,
    MappingStart,
    BracketEnd,
    FlowEntry,
    Alias,
    Property,
    Directive,
    DocumentStart,
    DocumentEnd,
    StreamEnd,
    Error,
}

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>The <c>x-launch-*</c> vocabulary (schemas/README.md).</summary>
internal static class Keys
{
    public const string AliasOf = "x-launch-alias-of";
    public const string Arity = "x-launch-arity";
    public const string Ceiling = "x-launch-ceiling";
    public const string Class = "x-launch-class";
    public const string ClientFile = "x-launch-client-file";
    public const string ClientSide = "x-launch-client-side";
    public const string Default = "x-launch-default";
    public const string EngineOs = "x-launch-engine-os";
    public const string Enum = "x-launch-enum";
    public const string EnumDescriptions = "enumDescriptions";
    public const string ExactlyOne = "x-launch-exactly-one";
    public const string Examples = "examples";
    public const string Excludes = "x-launch-excludes";
    public const string Exclusive = "x-launch-exclusive";
    public const string Grammar = "x-launch-grammar";
    public const string Member = "x-launch-member";
    public const string MinApi = "x-launch-min-api";
    public const string Reference = "x-launch-ref";
    public const string Refused = "x-launch-refused";
    public const string ReplacedBy = "x-launch-replaced-by";
    public const string Secret = "x-launch-secret";
    public const string Short = "x-launch-short";
    public const string Syntax = "x-launch-syntax";
    public const string Target = "x-launch-target";
    public const string ValueDescriptions = "x-launch-value-descriptions";
    public const string Values = "x-launch-values";
    public const string Words = "x-launch-words";
}

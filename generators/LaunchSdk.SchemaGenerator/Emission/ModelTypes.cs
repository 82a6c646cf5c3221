using LaunchSdk.SchemaGenerator.Models;

namespace LaunchSdk.SchemaGenerator.Emission;

/// <summary>The C# type of a place in a document, and how it is read and written.</summary>
internal static class ModelTypes
{
    private const string Node = "global::LaunchSdk.Configuration.ConfigRead";
    private const string Writer = "global::LaunchSdk.Configuration.ConfigWrite";
    private const string FreeValue = "global::LaunchSdk.Configuration.ConfigValue";

    /// <summary>The type, without the question mark.</summary>
    public static string Name(NodeModel node) =>
        node switch
        {
            OptionSetNode => "global::LaunchSdk.DockerQueueConfig",
            ObjectNode reference => $"global::LaunchSdk.{reference.ClassName}",
            ListNode list => $"global::System.Collections.Generic.IReadOnlyList<{Name(list.Items)}>",
            MapNode map => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {Name(map.Values)}>",
            ScalarNode scalar => ScalarName(scalar),
            _ => FreeValue,
        };

    /// <summary>True for a type whose optional form is <c>Nullable</c>.</summary>
    public static bool IsValueType(NodeModel node) =>
        node is ScalarNode scalar && (scalar.EnumName is not null || Name(node) is "int" or "long" or "double" or "bool");

    /// <summary>A method group or lambda that turns a <c>ConfigNode</c> into the type.</summary>
    public static string Read(NodeModel node) =>
        node switch
        {
            OptionSetNode or ObjectNode => $"{Name(node)}.Read",
            ListNode list => $"static node => {Node}.List(node, {Read(list.Items)})",
            MapNode map => $"static node => {Node}.Map(node, {Read(map.Values)})",
            ScalarNode { EnumName: { } name } => $"global::LaunchSdk.{name}Text.Read",
            _ => $"{Node}.{Verb(node)}",
        };

    /// <summary>A method group or lambda that writes the type with a <c>ConfigWriter</c>.</summary>
    public static string Write(NodeModel node) =>
        node switch
        {
            OptionSetNode or ObjectNode => "static (writer, value) => value.Write(writer)",
            ListNode list => $"static (writer, value) => {Writer}.List(writer, value, {Write(list.Items)})",
            MapNode map => $"static (writer, value) => {Writer}.Map(writer, value, {Write(map.Values)})",
            ScalarNode { EnumName: { } name } => $"global::LaunchSdk.{name}Text.Write",
            _ => $"{Writer}.{Verb(node)}",
        };

    private static string Verb(NodeModel node) =>
        Name(node) switch
        {
            "string" => "Text",
            "int" => "Int32",
            "long" => "Int64",
            "double" => "Double",
            "bool" => "Boolean",
            _ => "Value",
        };

    private static string ScalarName(ScalarNode scalar) =>
        (scalar.Types & ~ScalarTypes.Null) switch
        {
            ScalarTypes.String => scalar.EnumName is { } name ? $"global::LaunchSdk.{name}" : "string",
            ScalarTypes.Integer => scalar.IsLong ? "long" : "int",
            ScalarTypes.Number or (ScalarTypes.Number | ScalarTypes.Integer) => "double",
            ScalarTypes.Boolean => "bool",
            _ => FreeValue,
        };
}

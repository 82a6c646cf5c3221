namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>What a schema says of one place in a document.</summary>
internal abstract record NodeModel;

/// <summary>Anything.</summary>
internal sealed record AnyNode : NodeModel;

/// <summary>The options of docker and the builder block.</summary>
internal sealed record OptionSetNode : NodeModel;

/// <summary>A mapping with known keys.</summary>
/// <param name="ClassName">Class of its <see cref="ObjectModel"/>.</param>
internal sealed record ObjectNode(string ClassName) : NodeModel;

/// <summary>A list.</summary>
internal sealed record ListNode(NodeModel Items, int MinItems) : NodeModel;

/// <summary>A mapping with free keys.</summary>
internal sealed record MapNode(NodeModel Values) : NodeModel;

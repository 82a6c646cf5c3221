namespace LaunchSdk.Validation.Schema;

/// <summary>What a JSON Schema says of one place in a document, as a generated table: no schema is read at run time.</summary>
internal abstract class SchemaNode;

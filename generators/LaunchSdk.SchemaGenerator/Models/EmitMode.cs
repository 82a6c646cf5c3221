namespace LaunchSdk.SchemaGenerator.Models;

/// <summary>What a project gets, by its MSBuild property <c>LaunchSdkEmit</c>.</summary>
internal enum EmitMode
{
    /// <summary>Nothing: the property is not set.</summary>
    None,

    /// <summary>What <c>src/Shared</c> needs: the option table and the schema tables.</summary>
    Tables,

    /// <summary>The tables, and the types that users write configurations with.</summary>
    Model,
}

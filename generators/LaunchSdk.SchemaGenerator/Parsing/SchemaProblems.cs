namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>Ids of the generator's diagnostics.</summary>
internal static class SchemaProblems
{
    /// <summary>A schema is not JSON.</summary>
    public const string NotJson = "LSDKGEN001";

    /// <summary>A schema says something that no code can be generated from.</summary>
    public const string NotUsable = "LSDKGEN002";
}

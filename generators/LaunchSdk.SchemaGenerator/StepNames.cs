namespace LaunchSdk.SchemaGenerator;

/// <summary>Names of the pipeline's steps: what the tests of incrementality assert on.</summary>
public static class StepNames
{
    /// <summary>Additional files of kind <c>schema</c> as text.</summary>
    public const string ReadSchemas = nameof(ReadSchemas);

    /// <summary>Texts to models; the only step that costs anything.</summary>
    public const string ParseSchemas = nameof(ParseSchemas);

    /// <summary>What the project asked for with <c>LaunchSdkEmit</c>.</summary>
    public const string ReadEmitMode = nameof(ReadEmitMode);

    /// <summary>What is wrong with the schemas.</summary>
    public const string SelectProblems = nameof(SelectProblems);

    /// <summary>Rows of the option table.</summary>
    public const string SelectOptions = nameof(SelectOptions);

    /// <summary>Mappings with known keys.</summary>
    public const string SelectObjects = nameof(SelectObjects);

    /// <summary>Closed sets of texts.</summary>
    public const string SelectEnums = nameof(SelectEnums);

    /// <summary>Value types that options use as type arguments.</summary>
    public const string SelectValueTypes = nameof(SelectValueTypes);
}

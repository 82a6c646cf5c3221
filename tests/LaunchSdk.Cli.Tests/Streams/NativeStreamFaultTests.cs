namespace LaunchSdk.Cli.Tests.Streams;

/// <summary>The tool as a Native AOT program.</summary>
[Collection(NativeToolCollection.Name)]
[Trait("Category", "Slow")]
public sealed class NativeStreamFaultTests(NativeTool tool) : StreamFaultTable
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string> Program => tool.Require();
}

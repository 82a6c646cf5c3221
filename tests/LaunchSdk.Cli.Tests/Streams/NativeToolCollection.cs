namespace LaunchSdk.Cli.Tests.Streams;

/// <summary>Tests of the Native AOT tool: alone, because making it takes all processors for a minute.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class NativeToolCollection : ICollectionFixture<NativeTool>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Native AOT";
}

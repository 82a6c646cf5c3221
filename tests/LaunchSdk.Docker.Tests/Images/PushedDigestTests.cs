using System.Text.Json;
using LaunchSdk.Docker.Connection;
using LaunchSdk.Docker.Images;

namespace LaunchSdk.Docker.Tests.Images;

/// <summary>The last messages of pushes, as engines wrote them.</summary>
public sealed class PushedDigestTests
{
    private const string One = "sha256:f3da9d7a564f729ecbc9e312d154bc7f46d4a778ea066a5adfed579967e1d393";
    private const string Other = "sha256:0e0abeb81fa3e264f0d662b3e701461f0a7340672aaf891abc9fb5fb4a1c47c4";
    private const string Line = $$"""{"status":"1: digest: {{One}} size: 405"}""";
    private const string Aux = $$$"""{"progressDetail":{},"aux":{"Tag":"1","Digest":"{{{One}}}","Size":527}}""";

    [Theory]
    [InlineData(Line)]
    [InlineData(Aux)]
    [InlineData(Line, Aux)]
    [InlineData("""{"status":"Pushed","progressDetail":{},"id":"858d8f475d6b"}""", Line)]
    [InlineData(
        $$$$"""{"aux":{"manifestPushedInsteadOfIndex":true,"originalIndex":{"digest":"{{{{Other}}}}"},"selectedManifest":{"digest":"{{{{One}}}}","size":405}}}""",
        Line
    )]
    public void What_the_engine_states_is_the_digest(params string[] messages)
    {
        Assert.Equal(One, Read(messages));
    }

    [Theory]
    [InlineData("""{"status":"Pushed","progressDetail":{},"id":"858d8f475d6b"}""")]
    [InlineData($$"""{"status":"2: digest: {{One}} size: 405"}""")]
    [InlineData("""{"status":"1: digest: sha256:f3da size: 405"}""")]
    [InlineData($$"""{"status":"1: digest: {{One}} size: 405\n2"}""")]
    [InlineData($$"""{"status":"note: 1: digest: {{One}} size: 405"}""")]
    [InlineData("""{"aux":{"Tag":"1","Digest":"sha512:abc"}}""")]
    [InlineData("""{"aux":{"Tag":"1","Digest":7}}""")]
    [InlineData("""{"aux":["Digest"]}""")]
    [InlineData($$$"""{"aux":{"Digest":"{{{Other}}}"}}""", Line)]
    public void What_is_not_stated_or_contradicted_is_no_digest(params string[] messages)
    {
        Assert.Null(Read(messages));
    }

    private static string? Read(string[] messages)
    {
        var digest = new PushedDigest("1");
        foreach (var message in messages)
        {
            digest.Add(JsonSerializer.Deserialize(message, EngineStreamJson.Default.EngineStreamMessage)!);
        }

        return digest.Stated;
    }
}

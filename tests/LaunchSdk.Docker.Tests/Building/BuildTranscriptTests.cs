using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Masking;

namespace LaunchSdk.Docker.Tests.Building;

public sealed class BuildTranscriptTests
{
    private readonly List<ImageBuildProgress> _messages = [];

    [Fact]
    public void A_line_without_end_is_shown_by_its_beginning_only()
    {
        var transcript = new BuildTranscript(_messages.Add, SecretMasker.None);
        for (var i = 0; i < 10_000; i++)
        {
            transcript.Append(new string('x', 1000));
        }

        transcript.Append("\nnext\n");

        Assert.InRange(_messages[0].Text.Length, 1000, 10_000);
        Assert.Equal("next", _messages[1].Text);
    }

    [Fact]
    public void A_secret_where_a_long_line_is_cut_is_hidden_whole()
    {
        var transcript = new BuildTranscript(_messages.Add, SecretMasker.Create(["s3cret-of-the-build"]));

        transcript.Append(new string('x', 8 * 1024 - 6) + "s3cret-of-the-build\n");

        Assert.DoesNotContain("s3c", Assert.Single(_messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_and_steps_come_whole_however_the_output_is_cut()
    {
        var transcript = new BuildTranscript(_messages.Add, SecretMasker.None);

        foreach (var piece in new[] { "Step 1/2 : FR", "OM a\nfirst\nsec", "ond", "\nStep 2/2 : RUN b\n", "last" })
        {
            transcript.Append(piece);
        }

        transcript.Complete();

        Assert.Equal(["FROM a", "first", "second", "RUN b", "last"], _messages.Select(static message => message.Text));
    }
}

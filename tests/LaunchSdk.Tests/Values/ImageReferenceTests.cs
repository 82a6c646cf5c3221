using LaunchSdk.Values;

namespace LaunchSdk.Tests.Values;

public sealed class ImageReferenceTests
{
    private const string Id = "4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1";

    [Theory]
    [InlineData("busybox", "docker.io", "library/busybox", null, null, "busybox:latest")]
    [InlineData("busybox:1.36", "docker.io", "library/busybox", "1.36", null, "busybox:1.36")]
    [InlineData("docker.io/busybox", "docker.io", "library/busybox", null, null, "busybox:latest")]
    [InlineData("index.docker.io/library/busybox", "docker.io", "library/busybox", null, null, "busybox:latest")]
    [InlineData("library/a/b", "docker.io", "library/a/b", null, null, "library/a/b:latest")]
    [InlineData("pytorch/pytorch:2.3.1-cuda12.1", "docker.io", "pytorch/pytorch", "2.3.1-cuda12.1", null, "pytorch/pytorch:2.3.1-cuda12.1")]
    [InlineData("localhost/img", "localhost", "img", null, null, "localhost/img:latest")]
    [InlineData("localhost:5000/team/img:v1.2", "localhost:5000", "team/img", "v1.2", null, "localhost:5000/team/img:v1.2")]
    [InlineData("GHCR.io/a/b", "GHCR.io", "a/b", null, null, "GHCR.io/a/b:latest")]
    [InlineData("Host/img", "Host", "img", null, null, "Host/img:latest")]
    [InlineData("[::1]:5000/img", "[::1]:5000", "img", null, null, "[::1]:5000/img:latest")]
    [InlineData("[fe80::1]/img", "[fe80::1]", "img", null, null, "[fe80::1]/img:latest")]
    [InlineData("foo_bar.com/img", "", "foo_bar.com/img", null, null, "foo_bar.com/img:latest")]
    [InlineData("a__b.c--d", "docker.io", "library/a__b.c--d", null, null, "a__b.c--d:latest")]
    [InlineData("host:5000", "docker.io", "library/host", "5000", null, "host:5000")]
    [InlineData("sha256:abc", "docker.io", "library/sha256", "abc", null, "sha256:abc")]
    [InlineData("busybox:_A.b-C", "docker.io", "library/busybox", "_A.b-C", null, "busybox:_A.b-C")]
    [InlineData("busybox@sha256:" + Id, "docker.io", "library/busybox", null, "sha256:" + Id, "busybox@sha256:" + Id)]
    [InlineData("busybox:1@sha256:" + Id, "docker.io", "library/busybox", "1", "sha256:" + Id, "busybox:1@sha256:" + Id)]
    [InlineData(Id, "", "", null, "sha256:" + Id, "sha256:" + Id)]
    [InlineData("sha256:" + Id, "", "", null, "sha256:" + Id, "sha256:" + Id)]
    public void A_reference_is_completed_as_docker_does(
        string text,
        string registry,
        string repository,
        string? tag,
        string? digest,
        string familiar
    )
    {
        var image = GrammarProbe.Accept<ImageReference>(ImageReference.TryParse, text);

        Assert.Equal((registry, repository, tag, digest), (image.Registry, image.Repository, image.Tag, image.Digest));
        Assert.Equal(familiar, image.FamiliarText);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(" ", null)]
    [InlineData("Busybox", "busybox")]
    [InlineData("Busybox:Latest", "busybox:Latest")]
    [InlineData("a/Busybox", "a/busybox")]
    [InlineData("ghcr.io/Team/Img:V1", "ghcr.io/team/img:V1")]
    [InlineData("https://ghcr.io/a/b", "ghcr.io/a/b")]
    [InlineData(" busybox ", "busybox")]
    [InlineData("busybox:", null)]
    [InlineData("busybox:-x", null)]
    [InlineData("busybox:.x", null)]
    [InlineData("busybox:a:b", null)]
    [InlineData("busybox:a/b", null)]
    [InlineData("/busybox", null)]
    [InlineData("busybox/", null)]
    [InlineData("a//b", null)]
    [InlineData("a___b", null)]
    [InlineData("a..b", null)]
    [InlineData("a._b", null)]
    [InlineData("-a", null)]
    [InlineData("a-", null)]
    [InlineData("host:/img", null)]
    [InlineData("host:port/img", null)]
    [InlineData("-host.com/img", "")]
    [InlineData("[::1/img", null)]
    [InlineData("[]/img", null)]
    [InlineData("[::1%eth0]/img", null)]
    [InlineData("busybox@", null)]
    [InlineData("busybox@sha256:abc", null)]
    [InlineData("busybox@md5:0123456789abcdef0123456789abcdef", null)]
    [InlineData("b\u00fcsybox", null)]
    [InlineData("busybox\n", "busybox")]
    public void What_is_no_reference_is_refused(string text, string? suggestion)
    {
        var error = GrammarProbe.Refuse<ImageReference>(ImageReference.TryParse, text);

        Assert.Equal(suggestion is "" ? null : suggestion, error.Suggestion);
    }

    [Theory]
    [InlineData("sha384", 96, true)]
    [InlineData("sha512", 128, true)]
    [InlineData("sha512", 64, false)]
    [InlineData("sha256", 65, false)]
    public void A_digest_has_the_length_of_its_algorithm(string algorithm, int length, bool isAccepted) =>
        Assert.Equal(isAccepted, ImageReference.TryParse($"busybox@{algorithm}:{new string('a', length)}", out _, out _));

    [Fact]
    public void A_digest_is_written_in_lower_case() =>
        GrammarProbe.Refuse<ImageReference>(ImageReference.TryParse, "busybox@sha256:" + Id.ToUpperInvariant());

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_tag_has_at_most_128_characters(int length, bool isAccepted) =>
        Assert.Equal(isAccepted, ImageReference.TryParse("busybox:" + new string('a', length), out _, out _));

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void A_repository_has_at_most_255_characters(int length, bool isAccepted) =>
        Assert.Equal(isAccepted, ImageReference.TryParse("localhost/" + new string('a', length), out _, out _));

    [Fact]
    public void What_to_pull_is_the_full_name_and_the_tag_or_digest()
    {
        ImageReference image = "busybox";

        Assert.Equal(("docker.io/library/busybox", "latest"), (image.FullName, image.TagOrDigest));
        Assert.False(image.IsId);
        Assert.True(ImageReference.Parse(Id).IsId);
    }
}

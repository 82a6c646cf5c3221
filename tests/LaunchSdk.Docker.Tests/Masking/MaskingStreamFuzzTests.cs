using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LaunchSdk.Docker.Masking;
using LaunchSdk.Docker.Tests.Containers;

namespace LaunchSdk.Docker.Tests.Masking;

/// <summary>Secrets that share beginnings and ends, in all their forms between pieces of themselves, cut anywhere.</summary>
public sealed class MaskingStreamFuzzTests
{
    private static readonly string[] Secrets = ["aaab", "aabaab", "token-äöü/+ 1", "wandb_v1_AbC-dEf_123-xyz", "aaabaaab"];
    private static readonly string[] Harmless = ["", "a", "aa", "b", "ab", "tok", "token-", "wandb_v1_", "\n", "%", "=="];

    [Property(MaxTest = 500)]
    public Property No_form_of_a_secret_gets_through_and_the_cuts_do_not_matter() =>
        Prop.ForAll(
            Texts(),
            Cuts(),
            static (text, cuts) =>
            {
                var masker = SecretMasker.Create(Secrets);
                var captured = new CapturedOutput();
                var output = masker.Wrap(captured);
                var bytes = Encoding.UTF8.GetBytes(text);
                var at = 0;
                for (var i = 0; at < bytes.Length; i++)
                {
                    var length = Math.Min(bytes.Length - at, cuts[i % cuts.Length]);
                    output.OnStdout(bytes.AsSpan(at, length));
                    at += length;
                }

                output.Complete(null);

                Assert.Equal(masker.Mask(text), captured.Stdout);
                Assert.All(Secrets.SelectMany(Forms), form => Assert.DoesNotContain(form, captured.Stdout, StringComparison.Ordinal));
            }
        );

    [Property(MaxTest = 200)]
    public void Bytes_without_a_secret_come_through_unchanged(byte[] bytes)
    {
        var written = new System.Buffers.ArrayBufferWriter<byte>();
        var stream = new MaskingStream(SecretMasker.Create(["a secret that no random bytes hold"]));
        foreach (var piece in bytes.Chunk(3))
        {
            stream.Write(piece, written);
        }

        stream.Complete(written);

        Assert.Equal(bytes, written.WrittenSpan.ToArray());
    }

    private static IEnumerable<string> Forms(string secret) =>
        [
            secret,
            Uri.EscapeDataString(secret),
            WebUtility.UrlEncode(secret),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))[..(Encoding.UTF8.GetByteCount(secret) * 8 / 6)],
        ];

    private static Arbitrary<string> Texts()
    {
        var part = Gen.OneOf(
            Gen.Elements(Harmless),
            Gen.Elements(Secrets),
            Gen.Elements(Secrets.SelectMany(Forms).ToArray()),
            from secret in Gen.Elements(Secrets)
            from before in Gen.Elements("", "x", "xy")
            select Convert.ToBase64String(Encoding.UTF8.GetBytes(before + secret + "z"))
        );
        return Gen.ListOf(part).Select(static parts => string.Concat(parts)).ToArbitrary();
    }

    private static Arbitrary<int[]> Cuts() => Gen.NonEmptyListOf(Gen.Choose(1, 9)).Select(static cuts => cuts.ToArray()).ToArbitrary();
}

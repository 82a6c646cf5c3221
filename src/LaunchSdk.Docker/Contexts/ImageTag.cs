using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Contexts;

/// <summary>
/// The name of a built image by what it is built from: context, Dockerfile, platform and build arguments. The same things give the same tag
/// on every machine.
/// </summary>
public sealed record ImageTag
{
    private const int TagLength = 32;

    // Changes when the same inputs no longer give the same image.
    private const string Scheme = "launchsdk-image-1";

    private ImageTag(string digest) => Digest = digest;

    /// <summary>The whole digest: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public string Digest { get; }

    /// <summary>The tag: the first 32 hexadecimal digits of <see cref="Digest"/>.</summary>
    public string Tag => Digest.Substring("sha256:".Length, TagLength);

    /// <summary>Computes the tag.</summary>
    /// <param name="contextDigest">Of <see cref="BuildContext.GetDigestAsync"/>.</param>
    /// <param name="dockerfile">The Dockerfile.</param>
    /// <param name="platforms">
    /// The platforms that are built for, in any order; null or none for the engine's own, whichever it is: give that one where the image
    /// goes to a registry that others share.
    /// </param>
    /// <param name="buildArguments">The build arguments; null for none.</param>
    /// <returns>The tag.</returns>
    public static ImageTag Compute(
        string contextDigest,
        Dockerfile dockerfile,
        IReadOnlyList<ContainerPlatform>? platforms = null,
        IReadOnlyDictionary<string, string>? buildArguments = null
    )
    {
        ArgumentNullException.ThrowIfNull(contextDigest);
        ArgumentNullException.ThrowIfNull(dockerfile);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Scheme);
        Append(hash, contextDigest);
        Append(hash, dockerfile.Text);
        Append(
            hash,
            string.Join(',', (platforms ?? []).Select(static one => one.Resolve("", "")).Distinct().Order(StringComparer.Ordinal))
        );
        foreach (
            var (name, value) in (buildArguments ?? new Dictionary<string, string>()).OrderBy(
                static pair => pair.Key,
                StringComparer.Ordinal
            )
        )
        {
            Append(hash, name);
            Append(hash, value);
        }

        return new ImageTag("sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The digest.</summary>
    /// <returns>The digest.</returns>
    public override string ToString() => Digest;

    // With its length before it no text can pass for two.
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}

using System.Buffers.Binary;
using System.Text;

namespace LaunchSdk.Docker.Tests.Containers;

/// <summary>Attach streams as an engine sends them for a container without a terminal.</summary>
internal static class Frames
{
    public static byte[] Of(params (int Stream, string Text)[] frames) =>
        [.. frames.SelectMany(frame => Of(frame.Stream, Encoding.UTF8.GetBytes(frame.Text)))];

    public static byte[] Of(int stream, byte[] content)
    {
        var frame = new byte[8 + content.Length];
        frame[0] = (byte)stream;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), (uint)content.Length);
        content.CopyTo(frame, 8);
        return frame;
    }
}

using FsCheck.Xunit;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Tests.Connection;

public sealed class TextEndTests
{
    [Property]
    public bool The_end_of_the_whole_is_kept_however_it_came_in_pieces(string[] pieces, byte longest)
    {
        var kept = new TextEnd(longest + 1);
        foreach (var piece in pieces)
        {
            kept.Append(piece);
        }

        var whole = string.Concat(pieces);
        return kept.ToString() == whole[Math.Max(0, whole.Length - longest - 1)..];
    }
}

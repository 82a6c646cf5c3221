namespace LaunchSdk.Values;

/// <summary>Permissions of a device: each of <c>r</c> (read), <c>w</c> (write) and <c>m</c> (mknod) at most once.</summary>
internal static class DevicePermissions
{
    /// <summary>All three, which a device gets when none are written.</summary>
    public const string All = "rwm";

    /// <summary>Whether the text is one to three different letters of the three.</summary>
    public static bool Are(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('r' or 'w' or 'm') || text.IndexOf(text[i]) != i)
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}

namespace LaunchSdk.Agent;

/// <summary>Where LaunchSdk keeps what outlives a process, of this user: queues, journals, logs, locks.</summary>
public static class DataFolder
{
    /// <summary>The folder, as this process's environment says; it need not be there yet.</summary>
    public static string Path => Of(Environment.GetEnvironmentVariable);

    /// <summary>
    /// <c>launchsdk</c> in the user's folder for data: <c>XDG_DATA_HOME</c>, else <c>~/.local/share</c>; on Windows the local application
    /// data.
    /// </summary>
    /// <param name="environment">Looks up a variable; null for one that is not set.</param>
    /// <returns>The path; the folder need not exist.</returns>
    public static string Of(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return System.IO.Path.Combine(Base(environment), "launchsdk");
    }

    private static string Base(Func<string, string?> environment)
    {
        if (!OperatingSystem.IsWindows())
        {
            // By its rules a relative path counts as none.
            if (environment("XDG_DATA_HOME") is { Length: > 0 } data && System.IO.Path.IsPathRooted(data))
            {
                return data;
            }

            if (environment("HOME") is { Length: > 0 } home)
            {
                return System.IO.Path.Combine(home, ".local", "share");
            }
        }

        return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
    }
}

namespace LaunchSdk.Agent;

/// <summary>Where LaunchSdk keeps what outlives a process, of this user: queues, journals, logs, locks.</summary>
internal static class DataFolder
{
    /// <summary><c>launchsdk</c> in the folder of local application data (<c>XDG_DATA_HOME</c>, else <c>~/.local/share</c>), which need not be there yet.</summary>
    public static string Path => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "launchsdk");
}

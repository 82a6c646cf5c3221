namespace LaunchSdk.Docker.Translation;

/// <summary>Why a file of the client cannot be read, in words for a person.</summary>
internal static class FileFailure
{
    public static string Reason(Exception failure) =>
        failure switch
        {
            FileNotFoundException or DirectoryNotFoundException => "there is no such file",
            UnauthorizedAccessException => "it may not be read, or it is a directory",
            _ => failure.Message,
        };
}

using System.Text;
using LaunchSdk.Docker.Building;
using LaunchSdk.Docker.Clients;
using LaunchSdk.Docker.Masking;

namespace LaunchSdk.Agent.Containers;

/// <summary>
/// What the build of a job's image writes, a marked line a message, without secrets; readable by its owner only. It stands beside the job's
/// log, which is its container's alone. Its beginning is kept: the end of a build that fails is in the job's outcome. A disk that is full
/// ends the log, never the build.
/// </summary>
/// <param name="path">The file; what is there is another attempt's.</param>
/// <param name="masker">Takes secrets out.</param>
/// <param name="most">How many bytes are kept.</param>
internal sealed class BuildLog(string path, SecretMasker masker, long most = BuildLog.Most) : IProgress<ImageBuildProgress>, IDisposable
{
    /// <summary>What each line begins with.</summary>
    public const string Mark = "build: ";

    private const long Most = 4 * 1024 * 1024;

    private readonly Lock _lock = new();
    private FileStream? _file;
    private readonly long _most = most;
    private long _left = most;

    /// <summary>The path of the log of a job's build.</summary>
    /// <param name="log">The job's log.</param>
    public static string PathOf(string log) => Path.ChangeExtension(log, ".build.log");

    public void Report(ImageBuildProgress value)
    {
        // Bytes of transfers are for live views.
        if (value.Current is null)
        {
            Write(masker.Mask(value.ToString()));
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _left = 0;
            try
            {
                _file?.Dispose();
            }
            catch (IOException)
            {
                // The disk is full.
            }
        }
    }

    private void Write(string text)
    {
        var line = Encoding.UTF8.GetBytes($"{Mark}{text}\n");
        lock (_lock)
        {
            if (_left == 0)
            {
                return;
            }

            var isTooLong = line.Length > _left;
            _left = isTooLong ? 0 : _left - line.Length;
            try
            {
                _file ??= Open();
                _file.Write(
                    isTooLong ? Encoding.UTF8.GetBytes($"{Mark}the rest is left out: the log of a build holds {_most} bytes\n") : line
                );
                _file.Flush();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _left = 0;
            }
        }
    }

    private FileStream Open()
    {
        PrivateFile.CreateFolderOf(path);
        return PrivateFile.Open(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                Share = FileShare.ReadWrite | FileShare.Delete,
            }
        );
    }
}

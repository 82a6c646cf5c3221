using System.Text;

namespace LaunchSdk.Docker.Containers;

/// <summary>
/// The file of <c>--cidfile</c>: made before the container, so that two runs cannot share it, and deleted when no container came of it.
/// </summary>
internal sealed class CidFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private bool _kept;

    private CidFile(string path, FileStream file)
    {
        _path = path;
        _file = file;
    }

    public static CidFile? Create(string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        try
        {
            return new CidFile(path, new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read));
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new DockerEngineException(
                $"making the container id file '{path}'",
                "there is such a file already",
                "Make sure that its container is not running and delete the file",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DockerEngineException(
                $"making the container id file '{path}'",
                e.Message,
                "Name a file in a folder that exists and can be written to",
                e
            );
        }
    }

    public void Write(string id)
    {
        _file.Write(Encoding.ASCII.GetBytes(id));
        _file.Flush();
    }

    public void Keep() => _kept = true;

    public void Dispose()
    {
        _file.Dispose();
        if (!_kept)
        {
            File.Delete(_path);
        }
    }
}

using System.IO.Compression;

namespace LaunchSdk.Docker.Tests.Building;

/// <summary>A Python package of one module that pip installs without an index.</summary>
internal static class Wheel
{
    /// <summary>Writes <c>NAME-1.0-py3-none-any.whl</c>.</summary>
    /// <returns>Its file name.</returns>
    public static string Write(string folder, string name, string module)
    {
        var file = $"{name}-1.0-py3-none-any.whl";
        using var archive = ZipFile.Open(Path.Combine(folder, file), ZipArchiveMode.Create);
        Add(archive, $"{name}.py", module);
        Add(archive, $"{name}-1.0.dist-info/METADATA", $"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n");
        Add(archive, $"{name}-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        Add(
            archive,
            $"{name}-1.0.dist-info/RECORD",
            $"{name}.py,,\n{name}-1.0.dist-info/METADATA,,\n{name}-1.0.dist-info/WHEEL,,\n{name}-1.0.dist-info/RECORD,,\n"
        );
        return file;
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}

using System.Formats.Tar;
using System.Text;

namespace LaunchSdk.Testing;

/// <summary>A tar archive of a root file system with this machine's static busybox, to import as an image.</summary>
public static class BusyboxArchive
{
    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;
    private const UnixFileMode Readable = (UnixFileMode)0b110_100_100;
    private const UnixFileMode SharedFolder = (UnixFileMode)0b1_111_111_111;

    private static readonly string[] Commands =
    [
        "[",
        "awk",
        "base64",
        "basename",
        "cat",
        "chmod",
        "cp",
        "cut",
        "date",
        "dd",
        "df",
        "dirname",
        "echo",
        "env",
        "expr",
        "false",
        "find",
        "grep",
        "head",
        "hostname",
        "id",
        "ip",
        "kill",
        "ln",
        "ls",
        "mkdir",
        "mount",
        "mv",
        "nc",
        "nslookup",
        "od",
        "ping",
        "pidof",
        "printenv",
        "printf",
        "ps",
        "pwd",
        "readlink",
        "rm",
        "sed",
        "seq",
        "sh",
        "sleep",
        "sort",
        "stat",
        "stty",
        "sync",
        "tail",
        "tee",
        "test",
        "timeout",
        "touch",
        "tr",
        "true",
        "tty",
        "ulimit",
        "uname",
        "uniq",
        "wc",
        "wget",
        "which",
        "whoami",
        "xargs",
        "yes",
    ];

    public static byte[] Create()
    {
        var busybox =
            new[] { "/usr/bin/busybox", "/bin/busybox" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("The test image is made from a static busybox: apt-get install busybox-static.");
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true))
        {
            AddFolder(writer, "bin/", Executable);
            AddFolder(writer, "etc/", Executable);
            AddFolder(writer, "root/", Executable);
            AddFolder(writer, "tmp/", SharedFolder);
            AddFile(writer, "bin/busybox", File.ReadAllBytes(busybox), Executable);
            AddFile(
                writer,
                "etc/passwd",
                Encoding.UTF8.GetBytes("root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n"),
                Readable
            );
            AddFile(writer, "etc/group", Encoding.UTF8.GetBytes("root:x:0:\nnobody:x:65534:\n"), Readable);
            foreach (var command in Commands)
            {
                writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, $"bin/{command}") { LinkName = "busybox" });
            }
        }

        return archive.ToArray();
    }

    private static void AddFolder(TarWriter writer, string name, UnixFileMode mode) =>
        writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, name) { Mode = mode });

    private static void AddFile(TarWriter writer, string name, byte[] content, UnixFileMode mode)
    {
        using var data = new MemoryStream(content);
        writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { Mode = mode, DataStream = data });
    }
}

using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;

namespace LaunchSdk.Docker.Tests.Contexts;

/// <summary>What a tar holds, as .NET's own reader sees it: one line an entry.</summary>
internal static class TarListing
{
    public static IReadOnlyList<string> Read(ReadOnlyMemory<byte> tar)
    {
        var lines = new List<string>();
        using var reader = new TarReader(new MemoryStream(tar.ToArray()));
        while (reader.GetNextEntry() is { } entry)
        {
            var content =
                entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && entry.DataStream is { } data
                    ? Convert.ToHexStringLower(SHA256.HashData(data))
                    : "";
            lines.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Kind(entry.EntryType)} {Convert.ToString((int)entry.Mode, 8)} {entry.Name.TrimEnd('/')} {entry.LinkName}{(entry.Length == 0 ? "" : content)}"
                )
            );
        }

        return lines;
    }

    private static string Kind(TarEntryType type) =>
        type switch
        {
            TarEntryType.Directory => "directory",
            TarEntryType.SymbolicLink => "link",
            TarEntryType.RegularFile or TarEntryType.V7RegularFile => "file",
            _ => type.ToString(),
        };
}

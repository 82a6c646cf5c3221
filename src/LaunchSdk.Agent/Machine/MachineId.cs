using System.Security.Cryptography;
using System.Text;
using LaunchSdk.Docker.Clients;

namespace LaunchSdk.Agent.Machine;

/// <summary>
/// The id of this machine, which the data folder keeps in the file <c>machine-id</c>. It is random, because machines that were cloned have
/// the same name and the same <c>/etc/machine-id</c>.
/// </summary>
internal static class MachineId
{
    /// <summary>The name of an agent that is given none, on a machine with an id.</summary>
    public static string AgentNameOf(string id) => $"{Environment.MachineName}-{id}";

    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 8;

    /// <summary>The id; null where the folder has none yet.</summary>
    public static string? Find(string folder)
    {
        try
        {
            var text = File.ReadAllText(PathIn(folder)).Trim();
            return text.Length == Length && text.All(Letters.Contains) ? text : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The id; made where the folder has none. Of several processes that make one at once, all get the same.</summary>
    public static string FindOrCreate(string folder)
    {
        if (Find(folder) is { } known)
        {
            return known;
        }

        PrivateFile.CreateFolder(folder);
        var id = RandomNumberGenerator.GetString(Letters, Length);
        var draft = $"{PathIn(folder)}.{id}";
        using (var file = PrivateFile.Open(draft, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write }))
        {
            file.Write(Encoding.ASCII.GetBytes(id + "\n"));
        }

        try
        {
            File.Move(draft, PathIn(folder));
        }
        catch (IOException) when (Find(folder) is not null)
        {
            // Another process was first.
            File.Delete(draft);
        }
        catch (IOException)
        {
            // What is there is no id: it is damaged.
            File.Move(draft, PathIn(folder), overwrite: true);
        }

        return Find(folder) ?? throw new IOException($"{PathIn(folder)} cannot be read: make it readable for this user");
    }

    private static string PathIn(string folder) => Path.Combine(folder, "machine-id");
}

using System.Text;

namespace LaunchSdk.SchemaGenerator.Parsing;

/// <summary>Names of C# for the names of docker and W&amp;B.</summary>
internal static class Names
{
    /// <summary>
    /// As <see cref="ToMember"/>; a word in capitals becomes a name: <c>DISABLED</c> is <c>Disabled</c>, <c>V0</c> stays.
    /// </summary>
    public static string ToEnumMember(string value) =>
        ToMember(value.Length > 2 && value.All(char.IsUpper) ? value.ToLowerInvariant() : value);

    /// <summary><c>shm-size</c>, <c>max_jobs</c> and <c>linux/amd64</c> as <c>ShmSize</c>, <c>MaxJobs</c> and <c>LinuxAmd64</c>.</summary>
    public static string ToMember(string name)
    {
        var member = new StringBuilder(name.Length);
        var startsWord = true;
        foreach (var character in name)
        {
            if (!char.IsLetterOrDigit(character))
            {
                startsWord = true;
                continue;
            }

            member.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = false;
        }

        if (member.Length == 0 || char.IsDigit(member[0]))
        {
            member.Insert(0, '_');
        }

        return member.ToString();
    }
}

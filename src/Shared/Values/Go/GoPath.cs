namespace LaunchSdk.Values;

/// <summary>Slash-separated paths as Go's <c>path</c> package treats them.</summary>
internal static class GoPath
{
    /// <summary>Whether the path starts at the root.</summary>
    public static bool IsAbsolute(string path) => path.Length > 0 && path[0] == '/';

    /// <summary>The shortest equal path: no empty or <c>.</c> elements, no <c>..</c> that an element before it undoes.</summary>
    public static string Clean(string path)
    {
        var isRooted = IsAbsolute(path);
        var kept = new List<string>();
        foreach (var element in path.Split('/'))
        {
            if (element is "" or ".")
            {
                continue;
            }

            if (element != ".." || (kept.Count == 0 && !isRooted) || (kept.Count > 0 && kept[kept.Count - 1] == ".."))
            {
                kept.Add(element);
            }
            else if (kept.Count > 0)
            {
                kept.RemoveAt(kept.Count - 1);
            }
        }

        var joined = string.Join("/", kept);
        if (isRooted)
        {
            return "/" + joined;
        }

        return joined.Length == 0 ? "." : joined;
    }
}

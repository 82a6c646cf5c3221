namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>Python from the packages of a distribution like Debian.</summary>
internal static class AptPython
{
    private const string Clean = "rm -rf /var/lib/apt/lists/*";

    private static readonly string[] Caches = ["target=/var/cache/apt,sharing=locked", "target=/var/lib/apt,sharing=locked"];

    /// <summary>Installs Python, and makes <c>python</c> and <c>python3</c> name it.</summary>
    public static void Write(DockerfileWriter text, PythonVersion? version)
    {
        var python = version is null ? "python3" : $"python{version.MajorMinor}";
        text.Line("USER 0");
        text.Shell(Install(text, $"{python} {python}-venv ca-certificates"), Caches);
        text.Shell($"ln -sf \"$(command -v {python})\" /usr/local/bin/python3 && ln -sf python3 /usr/local/bin/python");
    }

    /// <summary>Installs what packages without a binary for this system are compiled with.</summary>
    public static void WriteBuildTools(DockerfileWriter text) => text.Shell(Install(text, "build-essential git python3-dev"), Caches);

    private static string Install(DockerfileWriter text, string packages)
    {
        var install = $"apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends {packages}";
        return text.Flavor == BuilderFlavor.Classic ? $"{install} && {Clean}" : install;
    }
}

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>Where a unit lies, and what to do after it was written.</summary>
internal sealed class UnitPlace
{
    private readonly string _name;

    public UnitPlace(Func<string, string?> environment, string name, bool isUsers)
    {
        _name = name;
        IsUsers = isUsers;
        var home = environment("HOME") is { Length: > 0 } folder ? folder : "/root";
        var config = environment("XDG_CONFIG_HOME") is { Length: > 0 } given ? given : Path.Combine(home, ".config");
        File = isUsers ? Path.Combine(config, "systemd", "user", $"{name}.service") : $"/etc/systemd/system/{name}.service";
        EnvironmentFile = isUsers ? Path.Combine(config, "launchsdk", $"{name}.env") : $"/etc/launchsdk/{name}.env";
    }

    /// <summary>Whether it is one user's.</summary>
    public bool IsUsers { get; }

    /// <summary>The unit.</summary>
    public string File { get; }

    /// <summary>The file of its variables.</summary>
    public string EnvironmentFile { get; }

    /// <summary>The commands that start it, for a person.</summary>
    public string Next
    {
        get
        {
            var systemctl = IsUsers ? "systemctl --user" : "systemctl";
            var journal = IsUsers ? "journalctl --user-unit" : "journalctl --unit";
            var linger = IsUsers ? "To keep it running when you are not logged in: loginctl enable-linger\n" : "";
            return $"""
                    Secrets such as WANDB_API_KEY and LAUNCHSDK_POSTGRES go into {EnvironmentFile} (NAME=VALUE a line; chmod 600).
                    Start it now and with the machine: {systemctl} daemon-reload && {systemctl} enable --now {_name}
                    What it does: {journal} {_name} --follow

                    """.ReplaceLineEndings("\n") + linger;
        }
    }
}

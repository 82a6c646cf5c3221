using System.Text;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>A systemd unit that runs the agent.</summary>
/// <param name="Command">The program and its arguments.</param>
/// <param name="EnvironmentFile">The file with secrets and other variables, which may be missing.</param>
/// <param name="IsUsers">Whether it is a unit of one user's.</param>
internal sealed record SystemdUnit(IReadOnlyList<string> Command, string EnvironmentFile, bool IsUsers)
{
    /// <summary>Variables that the unit sets; none unless given.</summary>
    public IReadOnlyList<string> Environment { get; init; } = [];

    /// <summary>The unit's text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append("[Unit]\nDescription=LaunchSdk agent\n");
        if (!IsUsers)
        {
            text.Append("Wants=network-online.target\nAfter=network-online.target docker.service\n");
        }

        text.Append("StartLimitIntervalSec=0\n\n[Service]\nType=exec\n");
        text.Append("ExecStart=").AppendJoin(' ', Command.Select(Quote)).Append('\n');
        foreach (var variable in Environment)
        {
            text.Append("Environment=").Append(QuoteVariable(variable)).Append('\n');
        }

        text.Append("EnvironmentFile=-").Append(EnvironmentFile.Replace("%", "%%", StringComparison.Ordinal)).Append('\n');
        text.Append(
            """
            # A stop lets the jobs go on: SIGHUP makes the agent detach from them, and the next start takes them over.
            # Their containers are the engine's, not this unit's.
            # To end them first: systemctl kill -s TERM --kill-whom=main UNIT (takes no more, ends after the last; twice stops them).
            KillSignal=SIGHUP
            KillMode=mixed
            TimeoutStopSec=60
            Restart=on-failure
            RestartSec=5
            # The configuration has errors: another start does not fix it.
            RestartPreventExitStatus=1

            [Install]

            """.ReplaceLineEndings("\n")
        );
        return text.Append(IsUsers ? "WantedBy=default.target\n" : "WantedBy=multi-user.target\n").ToString();
    }

    // systemd reads % as a specifier, $ as a variable, and quotes much like a shell.
    private static string Quote(string word) => QuoteVariable(word.Replace("$", "$$", StringComparison.Ordinal));

    private static string QuoteVariable(string word)
    {
        var text = word.Replace("%", "%%", StringComparison.Ordinal);
        return text.Length > 0 && text.All(IsPlain) ? text : $"\"{Escape(text)}\"";
    }

    private static bool IsPlain(char character) =>
        char.IsAsciiLetterOrDigit(character) || "-_./:=,@+%$".Contains(character, StringComparison.Ordinal);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
}

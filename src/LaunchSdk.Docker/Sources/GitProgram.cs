using System.ComponentModel;
using LaunchSdk.Docker.Connection;

namespace LaunchSdk.Docker.Sources;

/// <summary>
/// The git of this machine in one folder. Its settings hold for the submodules too: https and ssh only, no hooks, no question on the
/// terminal.
/// The user's own configuration stays in force, because it has the credential helpers, proxies and certificates.
/// </summary>
internal sealed class GitProgram
{
    private const string MissingReference = "couldn't find remote ref";

    private static readonly string[] PassedVariables =
    [
        "PATH",
        "HOME",
        "XDG_CONFIG_HOME",
        "SSH_AUTH_SOCK",
        "SSH_ASKPASS",
        "GIT_ASKPASS",
        "GIT_SSH",
        "GIT_SSH_COMMAND",
        "GIT_SSL_CAINFO",
        "GIT_SSL_CAPATH",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_SYSTEM",
        "http_proxy",
        "https_proxy",
        "HTTPS_PROXY",
        "no_proxy",
        "NO_PROXY",
    ];

    // Set where this runs inside a hook or an alias of git; they would lead it to another repository. Traces would fill the errors, with
    // headers and packets.
    private static readonly string[] ForeignVariables =
    [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_NAMESPACE",
        "GIT_PREFIX",
        "GIT_CEILING_DIRECTORIES",
        "GIT_TEMPLATE_DIR",
        "GIT_EXTERNAL_DIFF",
        "GIT_EDITOR",
        "GIT_ALLOW_PROTOCOL",
        "GIT_PROTOCOL_FROM_USER",
        "GIT_TRACE",
        "GIT_TRACE_CURL",
        "GIT_TRACE_PACKET",
        "GIT_TRACE_SETUP",
        "GIT_TRACE2",
        "GIT_TRACE2_EVENT",
        "GIT_TRACE2_PERF",
        "GIT_CURL_VERBOSE",
    ];

    private static readonly string[] Settings =
    [
        "core.hooksPath=/dev/null",
        "core.fsmonitor=false",
        "core.symlinks=true",
        "core.autocrlf=false",
        "submodule.recurse=false",
        "fetch.recurseSubmodules=false",
        "fetch.fsckObjects=true",
        "gc.auto=0",
        "maintenance.auto=false",
        "advice.detachedHead=false",
        "protocol.allow=never",
        "protocol.https.allow=always",
        "protocol.ssh.allow=always",
        "http.followRedirects=initial",
    ];

    private readonly string _path;
    private readonly string _folder;
    private readonly GitSource _source;
    private readonly Dictionary<string, string?> _environment;
    private readonly CancellationToken _cancellationToken;

    private GitProgram(string path, string folder, GitSource source, GitCheckoutOptions options, CancellationToken cancellationToken)
    {
        _path = path;
        _folder = folder;
        _source = source;
        _cancellationToken = cancellationToken;
        _environment = PassedVariables.ToDictionary(static name => name, options.Environment, StringComparer.Ordinal);
        foreach (var name in ForeignVariables)
        {
            _environment[name] = null;
        }

        _environment["GIT_ALLOW_PROTOCOL"] = "https:ssh";
        _environment["GIT_TERMINAL_PROMPT"] = "0";
        _environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(folder);
        _environment["LC_ALL"] = "C";
    }

    /// <exception cref="BuildInputException">There is no git.</exception>
    public static async Task<GitProgram> CreateAsync(
        GitSource source,
        string folder,
        GitCheckoutOptions options,
        CancellationToken cancellationToken
    )
    {
        var path =
            ClientProgram.Find("git", options.Environment)
            ?? throw new BuildInputException($"{source.Repository} is fetched with git, which is not on the PATH: install git");
        var git = new GitProgram(path, folder, source, options, cancellationToken);

        // Ssh would ask for passwords and unknown hosts on the terminal; a user who chose his own ssh knows better.
        if (
            options.Environment("GIT_SSH") is null
            && options.Environment("GIT_SSH_COMMAND") is null
            && (await git.StartAsync(["config", "--get", "core.sshCommand"]).ConfigureAwait(false)).Code != 0
        )
        {
            git._environment["GIT_SSH_COMMAND"] = "ssh -oBatchMode=yes";
        }

        return git;
    }

    /// <summary>Runs a command; one that fails is an exception with git's words.</summary>
    /// <returns>Its output.</returns>
    public async Task<string> RunAsync(params string[] arguments)
    {
        var result = await StartAsync(arguments).ConfigureAwait(false);
        return result.Code == 0 ? result.Output : throw Failed(arguments[0], result.Errors);
    }

    /// <summary>Fetches; false when the server has no such reference, or gives out no commit by its name.</summary>
    public async Task<bool> TryFetchAsync(params string[] arguments)
    {
        var result = await StartAsync(["fetch", "--quiet", "--no-recurse-submodules", .. arguments]).ConfigureAwait(false);
        return result.Code == 0 || (IsMissing(result.Errors) ? false : throw Failed("fetch", result.Errors));
    }

    /// <summary>Whether a commit is here.</summary>
    public async Task<bool> HasCommitAsync(string name) =>
        (await StartAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{name}^{{commit}}"]).ConfigureAwait(false)).Code == 0;

    private static bool IsMissing(string errors) =>
        errors.Contains(MissingReference, StringComparison.Ordinal)
        || errors.Contains("not our ref", StringComparison.Ordinal)
        || errors.Contains("does not allow request for unadvertised object", StringComparison.Ordinal)
        || errors.Contains("Server does not allow request", StringComparison.Ordinal);

    private async Task<ProgramResult> StartAsync(string[] arguments)
    {
        try
        {
            return await ProgramRun
                .RunAsync(
                    _path,
                    [.. Settings.SelectMany(static setting => (string[])["-c", setting]), .. arguments],
                    _environment,
                    _folder,
                    "",
                    _cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (Win32Exception e)
        {
            throw new BuildInputException($"{_path} cannot be run ({e.Message})", e);
        }
    }

    private BuildInputException Failed(string command, string errors)
    {
        var words = GitWords.Clean(errors);
        return new BuildInputException(
            $"git {command} of {_source.Repository} failed: {(words.Length == 0 ? "it said nothing" : words)}{GitAdvice.Find(words)}"
        );
    }
}

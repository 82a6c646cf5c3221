using LaunchSdk.Options;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Values;

namespace LaunchSdk.Docker.Translation;

/// <summary>What runs and how it talks: entry point, environment, labels, user, terminal, attached streams.</summary>
internal sealed class ProcessTranslation : ITranslationArea
{
    public IReadOnlyList<DockerOption> Options { get; } =
    [
        DockerOptions.Entrypoint,
        DockerOptions.Env,
        DockerOptions.EnvFile,
        DockerOptions.Label,
        DockerOptions.LabelFile,
        DockerOptions.Workdir,
        DockerOptions.User,
        DockerOptions.Hostname,
        DockerOptions.DomainName,
        DockerOptions.Attach,
        DockerOptions.Interactive,
        DockerOptions.Tty,
        DockerOptions.Detach,
        DockerOptions.GroupAdd,
        DockerOptions.Annotation,
    ];

    public void Apply(TranslationContext context)
    {
        var parameters = context.Parameters;
        parameters.Hostname = context.Text(DockerOptions.Hostname);
        parameters.Domainname = context.Text(DockerOptions.DomainName);
        parameters.User = context.Text(DockerOptions.User);
        parameters.WorkingDir = context.Text(DockerOptions.Workdir);
        parameters.Entrypoint = context.Options.FindText(DockerOptions.Entrypoint) is { } entrypoint ? [entrypoint] : null!;
        parameters.Env = EnvironmentList.Build(context) is { Count: > 0 } variables ? variables : null!;
        parameters.Labels = Labels(context);
        context.Host.GroupAdd = context.TextsOrNull(DockerOptions.GroupAdd)!;
        context.Host.Annotations = KeyValues(context, DockerOptions.Annotation);
        ApplyStreams(context);
    }

    /// <summary>Pairs as docker's map options take them: a key alone has an empty value, the last of a key counts. Null for none.</summary>
    internal static Dictionary<string, string>? KeyValues(TranslationContext context, DockerOption option)
    {
        Dictionary<string, string>? map = null;
        foreach (var text in context.Options.AllTexts(option))
        {
            AddPair(map ??= new Dictionary<string, string>(StringComparer.Ordinal), text);
        }

        return map;
    }

    private static void AddPair(Dictionary<string, string> map, string text)
    {
        var sign = text.IndexOf('=', StringComparison.Ordinal);
        map[sign < 0 ? text : text[..sign]] = sign < 0 ? "" : text[(sign + 1)..];
    }

    private static Dictionary<string, string> Labels(TranslationContext context)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in KeyValueFile.ReadAll(context, DockerOptions.LabelFile, lookUp: null))
        {
            AddPair(labels, line);
        }

        foreach (var text in context.Options.AllTexts(DockerOptions.Label))
        {
            AddPair(labels, text);
        }

        return labels;
    }

    private static void ApplyStreams(TranslationContext context)
    {
        var parameters = context.Parameters;
        var streams = context.Values<AttachStream>(DockerOptions.Attach).Select(stream => stream.Name).ToList();
        var detached = context.Options.IsOn(DockerOptions.Detach);
        parameters.Tty = context.Options.IsOn(DockerOptions.Tty);
        parameters.OpenStdin = context.Options.IsOn(DockerOptions.Interactive);
        parameters.AttachStdin = !detached && (parameters.OpenStdin || streams.Contains(AttachStream.Stdin.Name));
        parameters.AttachStdout = !detached && (streams.Count == 0 || streams.Contains(AttachStream.Stdout.Name));
        parameters.AttachStderr = !detached && (streams.Count == 0 || streams.Contains(AttachStream.Stderr.Name));
        parameters.StdinOnce = parameters.OpenStdin && parameters.AttachStdin;
        if (parameters.Tty && parameters.AttachStdin && !context.Client.InputIsTerminal)
        {
            context.Report(Conflict.TtyWithoutTerminal, DockerOptions.Tty);
        }
    }
}

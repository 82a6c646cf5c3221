using LaunchSdk.Configuration;
using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Validation;
using LaunchSdk.Values;

namespace LaunchSdk.Commands;

/// <summary>
/// A run whose layers are resolved into one value for each option: everything but the image, which may not be built yet.
/// What is checked, explained and run is this one result.
/// </summary>
public sealed class LayeredRun
{
    private readonly List<OptionLayer> _layers;
    private readonly OptionSettings _merged;
    private readonly bool _needsImage;
    private IReadOnlyList<LayeredOption>? _options;

    private LayeredRun(DockerRunRequest request)
    {
        Request = request;
        _layers = [.. LayersOf(request)];
        _merged = OptionMerge.Merge(_layers);
        var problems = new List<Problem>();
        var substitution = new TemplateSubstitution(request, VariableValues.Resolve(request, problems), problems);
        Settings = substitution.Apply(_merged);
        Builder = substitution.Apply(request.Queue.Config.Builder);
        _needsImage = substitution.NeedsImage;
        foreach (var (violation, setting) in SettingRules.Find(Settings))
        {
            problems.Add(setting.CreateProblem(violation));
        }

        Problems = problems;
    }

    /// <summary>What the run is made from.</summary>
    public DockerRunRequest Request { get; }

    /// <summary>The options, in the order in which docker gets them, each with its layer.</summary>
    public IReadOnlyList<LayeredOption> Options => _options ??= [.. Settings.Select(Describe)];

    /// <summary>What the queue says of building the image (<c>builder</c>), with its templates filled in; null for nothing.</summary>
    public QueueBuilderConfig? Builder { get; }

    /// <summary>The options as docker gets them.</summary>
    public OptionSettings Settings { get; }

    /// <summary>What is wrong with the layers.</summary>
    internal IReadOnlyList<Problem> Problems { get; }

    /// <summary>Resolves the layers, fills in templates, and checks the whole. Every problem is reported at once.</summary>
    /// <param name="request">What the run is made from. Without an image the macro <c>image_uri</c> is filled in by
    /// <see cref="On"/>.</param>
    /// <returns>The run, and the problems.</returns>
    public static ConfigResult<LayeredRun> Create(DockerRunRequest request)
    {
        var run = Resolve(request);
        return new ConfigResult<LayeredRun>(run, run.Problems);
    }

    /// <summary>The run, whatever is wrong with it; a template without a value stays one.</summary>
    internal static LayeredRun Resolve(DockerRunRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new LayeredRun(request);
    }

    /// <summary>The run of an image.</summary>
    /// <param name="image">The image, as docker takes it.</param>
    /// <returns>The command, with the problems of the layers and of the image.</returns>
    public ConfigResult<DockerRunCommand> On(string image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return _needsImage ? new LayeredRun(Request with { Image = image }).On(image) : ToCommand(image);
    }

    private ConfigResult<DockerRunCommand> ToCommand(string text)
    {
        if (ImageReference.TryParse(text, out var image, out var error))
        {
            return new ConfigResult<DockerRunCommand>(new DockerRunCommand(this, image, [.. Request.Command]), Problems);
        }

        return new ConfigResult<DockerRunCommand>(null, [.. Problems, InvalidImage.Of(error.Sentence).At(new RequestLocation("image"))]);
    }

    private static IEnumerable<OptionLayer> LayersOf(DockerRunRequest request)
    {
        yield return new OptionLayer(OptionLayer.Queue, request.Queue.Config);
        if (request.Override is { } job)
        {
            yield return new OptionLayer(OptionLayer.Override, job);
        }

        foreach (var layer in request.Layers)
        {
            yield return layer;
        }
    }

    // The last layer that sets an option replaces all earlier ones.
    private LayeredOption Describe(OptionSetting setting, int index)
    {
        var layer = _layers.FindLastIndex(candidate => SettingsOf(candidate, setting.Option).Any());
        var replaced = _layers.Take(layer).Reverse().SelectMany(earlier => SettingsOf(earlier, setting.Option).Take(1));
        return new LayeredOption(setting, _merged[index], _layers[layer], replaced.Cast<OptionSetting?>().FirstOrDefault());
    }

    private static IEnumerable<OptionSetting> SettingsOf(OptionLayer layer, DockerOption option) =>
        layer.Options.Settings.Where(setting => ReferenceEquals(setting.Option, option) && !setting.IsNull);
}

using LaunchSdk.Documents;
using LaunchSdk.Options;
using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;
using LaunchSdk.Settings;
using LaunchSdk.Validation.Advice;
using LaunchSdk.Validation.Edits;

namespace LaunchSdk.Validation;

/// <summary>Collects the problems of one document, each at its node.</summary>
internal sealed class ProblemList : IAdviceTarget
{
    private readonly FoundProblems _problems;
    private readonly SecretNodes _secrets = new();
    private bool _isClosed;
    private OptionSettings? _unadvised;

    /// <summary>A list that begins with the problems of a document's notation.</summary>
    public ProblemList(ConfigDocument document)
    {
        Document = document;
        HasBrokenNotation = document.HasBrokenNotation;
        _problems = document.CollectProblems();
        if (_problems.List.Count > 0 && document.HasRoot)
        {
            // They were found before anybody knew what the keys mean.
            _secrets.AddByName(document.Root);
            HideSecrets(document.Root.Range);
        }
    }

    /// <summary>A list that keeps nothing, for a walk beside one that has reported.</summary>
    public static ProblemList Closed(ConfigDocument document) => new(document) { _isClosed = true };

    /// <summary>The document under validation.</summary>
    public ConfigDocument Document { get; }

    /// <summary>Whether there is something to validate: a value, or an empty file, which is missing one.</summary>
    public bool IsReadable => Document.HasRoot || Document.Problems.Count == 0;

    /// <summary>Whether the text could not be read as JSON or YAML to its end.</summary>
    public bool HasBrokenNotation { get; }

    /// <summary>Whether the limit of problems is reached: what is added is lost, so nobody needs to look for its way out.</summary>
    public bool IsFull => _isClosed || _problems.IsFull;

    /// <summary>Whether one of the problems is an error.</summary>
    public bool HasErrors => _problems.List.Any(problem => problem.Severity == ProblemSeverity.Error);

    /// <summary>How many there are so far, those of the notation included.</summary>
    public int Count
    {
        get
        {
            Advise();
            return _problems.List.Count;
        }
    }

    /// <summary>All problems with the advice, in the order of the text.</summary>
    public IReadOnlyList<Problem> ToOrderedList()
    {
        lock (_problems)
        {
            Advise();
            return _problems.List.Count <= 1 ? _problems.List : [.. _problems.List.OrderBy(problem => problem.File!.Range.Start)];
        }
    }

    /// <summary>
    /// Has the settings checked for advice when somebody asks for the problems: advice is never an error, and who only renders a queue need
    /// not pay for it.
    /// </summary>
    public void AdviseLater(OptionSettings settings)
    {
        Advise();
        _unadvised = settings;
    }

    /// <summary>
    /// Adds a problem that covers a node; none where the notation is broken at that node, because its value is only what the reader made of
    /// it.
    /// </summary>
    public void Add(Violation violation, ConfigNode node, ConfigEdit? edit = null)
    {
        if (!IsFull && !IsBroken(node))
        {
            Add(violation, node.Range, edit);
        }
    }

    /// <summary>Adds a problem that covers a range; the first beyond the limit says that there are more.</summary>
    public void Add(Violation violation, TextRange range, ConfigEdit? edit = null)
    {
        if (!_isClosed)
        {
            var mask = _secrets.MaskOf(range);
            _problems.Add(violation, range, mask is null ? edit : _secrets.HideTitle(edit), mask);
        }
    }

    /// <summary>Has messages at an option's value hide it where it may hold a secret, those that were found before included.</summary>
    public void Protect(DockerOption option, ConfigNode value)
    {
        if (_isClosed || !option.HidesValues)
        {
            return;
        }

        _secrets.Add(option, value);
        HideSecrets(value.Range);
    }

    void IAdviceTarget.Add(Violation violation, OptionSetting setting, int? index, ConfigEdit? edit, string? meant)
    {
        var node = (index is { } item ? setting.SourceOf(item) : null) ?? setting.Source;
        Add(violation, node, meant is null ? edit : ConfigEdits.Replace(node, meant));
    }

    private void HideSecrets(TextRange place)
    {
        for (var i = 0; i < _problems.List.Count; i++)
        {
            var problem = _problems.List[i];
            var range = problem.File!.Range;
            if (SecretNodes.Touches(place, range) && _secrets.MaskOf(range) is { } mask)
            {
                _problems.Hide(i, mask, _secrets.HideTitle(problem.Edit));
            }
        }
    }

    private void Advise()
    {
        if (_unadvised is { } settings)
        {
            _unadvised = null;
            QueueAdvice.Check(settings, this);
        }
    }

    private bool IsBroken(ConfigNode node)
    {
        foreach (var problem in Document.Problems)
        {
            var start = problem.File!.Range.Start;
            if (problem.Rule == Syntax.Rule && (start == node.Range.Start || IsGapBefore(node.Range, start)))
            {
                return true;
            }
        }

        return false;
    }

    // A value that could not be read is an empty one, at the end of its key.
    private bool IsGapBefore(TextRange range, int problem)
    {
        var i = range.Start;
        while (range.Length == 0 && i < problem && Document.Text[i] is ' ' or ':' or '\n' or '\r' or '\t')
        {
            i++;
        }

        return range.Length == 0 && i == problem;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LaunchSdk.Values;

/// <summary>
/// A rule of the devices cgroup (<c>docker run --device-cgroup-rule</c>): <c>type major:minor permissions</c>, one space between each.
/// </summary>
public sealed partial class DeviceCgroupRule : DockerValue
{
    private DeviceCgroupRule(string text, bool isTemplate = false)
        : base(text, isTemplate) { }

    /// <summary><c>a</c> for all devices, <c>b</c> for block devices, <c>c</c> for character devices.</summary>
    public string Type
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>The major number in decimal digits, or <c>*</c> for any.</summary>
    public string Major
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>The minor number in decimal digits, or <c>*</c> for any.</summary>
    public string Minor
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>One to three letters of <c>r</c> (read), <c>w</c> (write) and <c>m</c> (mknod).</summary>
    public string Permissions
    {
        get => Known(field);
        private init;
    } = "";

    /// <summary>Everything is allowed on all devices.</summary>
    public static DeviceCgroupRule All { get; } = Parse("a *:* rwm");

    /// <summary>A rule for character devices; a null number stands for any.</summary>
    /// <param name="major">Major number of the devices.</param>
    /// <param name="minor">Minor number of the devices.</param>
    /// <param name="permissions">Letters of <c>rwm</c>: read, write, mknod.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">A number is negative, or the permissions are not letters of <c>rwm</c>.</exception>
    public static DeviceCgroupRule Character(int? major, int? minor, string permissions = "rwm") => Make("c", major, minor, permissions);

    /// <summary>A rule for block devices; a null number stands for any.</summary>
    /// <param name="major">Major number of the devices.</param>
    /// <param name="minor">Minor number of the devices.</param>
    /// <param name="permissions">Letters of <c>rwm</c>: read, write, mknod.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">A number is negative, or the permissions are not letters of <c>rwm</c>.</exception>
    public static DeviceCgroupRule Block(int? major, int? minor, string permissions = "rwm") => Make("b", major, minor, permissions);

    /// <summary>Reads the text as docker does; templates are not known here.</summary>
    /// <param name="text">The text, without macros and template variables.</param>
    /// <param name="value">The rule; null when the text is refused.</param>
    /// <param name="error">Why the text is refused, and what was probably meant; null when it is accepted.</param>
    /// <returns>Whether the text is a rule.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out DeviceCgroupRule? value, [NotNullWhen(false)] out GrammarError? error)
    {
        error = null;
        value = Read(text);
        if (value is not null)
        {
            return true;
        }

        var tidy = string.Join(" ", text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        error = GrammarError.Whole(
            text,
            $"'{text}' is not a device cgroup rule (a, b or c, a space, major:minor, a space, letters of rwm): write "
                + $"for example 'c 13:* rwm'",
            Read(tidy) is null ? null : tidy
        );
        return false;
    }

    /// <summary>Reads the text as docker does, or keeps a template.</summary>
    /// <param name="text">The text, or a template.</param>
    /// <returns>The rule, or the template.</returns>
    /// <exception cref="FormatException">The text is neither a rule nor a template.</exception>
    public static DeviceCgroupRule Parse(string text) => ValueParser.Parse(text, TryParse, Template);

    /// <inheritdoc cref="Parse"/>
    public static implicit operator DeviceCgroupRule(string text) => Parse(text);

    private static DeviceCgroupRule Make(string type, int? major, int? minor, string permissions) =>
        ValueFactory.Make(
            $"{type} {Number(major)}:{Number(minor)} {permissions}",
            TryParse,
            Template,
            made => made.Permissions == permissions
        );

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "*";

    private static DeviceCgroupRule? Read(string text)
    {
        if (text.Length < 7 || text[0] is not ('a' or 'b' or 'c') || text[1] != ' ')
        {
            return null;
        }

        var colon = NumberEnd(text, 2);
        if (colon < 0 || colon >= text.Length || text[colon] != ':')
        {
            return null;
        }

        var space = NumberEnd(text, colon + 1);
        return space < 0 || space >= text.Length || text[space] != ' ' || !ArePermissions(text, space + 1)
            ? null
            : new DeviceCgroupRule(text)
            {
                Type = text.Substring(0, 1),
                Major = text.Substring(2, colon - 2),
                Minor = text.Substring(colon + 1, space - colon - 1),
                Permissions = text.Substring(space + 1),
            };
    }

    private static int NumberEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && GoText.IsDigit(text[end]))
        {
            end++;
        }

        if (end > start)
        {
            return end;
        }

        return end < text.Length && text[end] == '*' ? end + 1 : -1;
    }

    private static bool ArePermissions(string text, int start)
    {
        if (text.Length - start is < 1 or > 3)
        {
            return false;
        }

        // Docker counts the letters only: 'rrr' passes.
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is not ('r' or 'w' or 'm'))
            {
                return false;
            }
        }

        return true;
    }

    private static DeviceCgroupRule Template(string text) => new(text, isTemplate: true);
}

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace LaunchSdk.Docs.Tests;

/// <summary>The public methods of a package's assembly, each with its documentation in the XML file next to it.</summary>
internal sealed class ApiDocumentation
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly Dictionary<string, XElement> _members;

    /// <param name="assembly">The assembly's name.</param>
    public ApiDocumentation(string assembly)
    {
        var loaded = Assembly.Load(assembly);
        _members = XDocument
            .Load(Path.ChangeExtension(loaded.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
        Methods = [.. loaded.GetExportedTypes().SelectMany(WrittenMethods)];
    }

    /// <summary>
    /// Constructors, methods and operators that somebody wrote: neither accessors nor what the compiler adds to a record or delegate.
    /// </summary>
    public IReadOnlyList<MethodBase> Methods { get; }

    /// <summary>What the documentation of a method lacks, each with the method's id.</summary>
    public IEnumerable<string> Missing(MethodBase method)
    {
        var id = DocumentationId.Of(method);
        if (!_members.TryGetValue(id, out var documentation))
        {
            yield return $"{id}: everything";
            yield break;
        }

        if (documentation.Element("inheritdoc") is not null)
        {
            yield break;
        }

        foreach (var parameter in method.GetParameters())
        {
            if (!documentation.Elements("param").Any(element => IsAbout(element, parameter.Name!)))
            {
                yield return $"{id}: <param name=\"{parameter.Name}\">";
            }
        }

        if (Returns(method) && Text(documentation.Element("returns")).Length == 0)
        {
            yield return $"{id}: <returns>";
        }
    }

    private static IEnumerable<MethodBase> WrittenMethods(Type type) =>
        typeof(Delegate).IsAssignableFrom(type)
            ? []
            : type.GetConstructors(Declared)
                .Cast<MethodBase>()
                .Concat(type.GetMethods(Declared))
                .Where(method => !method.IsDefined(typeof(CompilerGeneratedAttribute)) && !IsAccessor(method) && !IsOfTheCompiler(method));

    private static bool IsAccessor(MethodBase method) =>
        method.IsSpecialName
        && (
            method.Name.StartsWith("get_", StringComparison.Ordinal)
            || method.Name.StartsWith("set_", StringComparison.Ordinal)
            || method.Name.StartsWith("add_", StringComparison.Ordinal)
            || method.Name.StartsWith("remove_", StringComparison.Ordinal)
        );

    // Neither a constructor without parameters nor that of a positional record is marked, and neither has a place for documentation of its
    // own.
    private static bool IsOfTheCompiler(MethodBase method) =>
        method.IsConstructor && (method.GetParameters().Length == 0 || method.DeclaringType!.GetMethod("Deconstruct") is not null);

    private static bool IsAbout(XElement element, string parameter) =>
        element.Attribute("name")?.Value == parameter && Text(element).Length > 0;

    private static bool Returns(MethodBase method) =>
        method is MethodInfo { ReturnType: var type, IsSpecialName: false }
        && type != typeof(void)
        && type != typeof(Task)
        && type != typeof(ValueTask);

    private static string Text(XElement? element) => element is null ? "" : string.Concat(element.Nodes()).Trim();
}

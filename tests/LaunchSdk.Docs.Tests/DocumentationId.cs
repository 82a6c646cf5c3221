using System.Reflection;

namespace LaunchSdk.Docs.Tests;

/// <summary>The names that the compiler gives members in a documentation file (C# standard, annex D.4.2).</summary>
internal static class DocumentationId
{
    /// <summary>The id of a method or constructor: <c>M:LaunchSdk.DockerQueue.Load(System.String)</c>.</summary>
    public static string Of(MethodBase method)
    {
        var name = method.IsConstructor ? "#ctor" : method.Name.Replace('.', '#');
        var arity = method.IsGenericMethodDefinition ? "``" + method.GetGenericArguments().Length : "";
        var parameters = method.GetParameters();
        var list = parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => Of(parameter.ParameterType)))})";
        var result = method.Name is "op_Implicit" or "op_Explicit" ? "~" + Of(((MethodInfo)method).ReturnType) : "";
        return $"M:{Path(method.DeclaringType!)}.{name}{arity}{list}{result}";
    }

    private static string Of(Type type)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!) + "@";
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }

        return type.IsGenericType ? Constructed(type) : Path(type);
    }

    // The arguments belong to the innermost type: nested types of generic ones have the outer arguments too.
    private static string Constructed(Type type)
    {
        var arguments = type.GetGenericArguments();
        var path = Path(type.GetGenericTypeDefinition()).Split('.');
        var next = 0;
        for (var i = 0; i < path.Length; i++)
        {
            var tick = path[i].IndexOf('`', StringComparison.Ordinal);
            if (tick >= 0)
            {
                var count = int.Parse(path[i].AsSpan(tick + 1), System.Globalization.CultureInfo.InvariantCulture);
                path[i] = $"{path[i][..tick]}{{{string.Join(',', arguments.Skip(next).Take(count).Select(Of))}}}";
                next += count;
            }
        }

        return string.Join('.', path);
    }

    private static string Path(Type type) => type.FullName!.Replace('+', '.');
}

using YamlDotNet.Core.Tokens;

namespace LaunchSdk.Documents;

/// <summary>Tells tokens apart by their exact type, the frequent ones first: the reader does it for each.</summary>
internal static class YamlTokenKinds
{
    public static YamlTokenKind Of(Token token)
    {
        var type = token.GetType();
        if (type == typeof(Scalar))
        {
            return YamlTokenKind.Scalar;
        }

        if (type == typeof(Key))
        {
            return token.End.Index == token.Start.Index ? YamlTokenKind.ImplicitKey : YamlTokenKind.Key;
        }

        return type == typeof(Value) ? YamlTokenKind.Value : OfStructure(type);
    }

    private static YamlTokenKind OfStructure(Type type)
    {
        if (type == typeof(BlockEntry))
        {
            return YamlTokenKind.BlockEntry;
        }

        if (type == typeof(BlockMappingStart) || type == typeof(BlockSequenceStart))
        {
            return YamlTokenKind.BlockStart;
        }

        if (type == typeof(BlockEnd))
        {
            return YamlTokenKind.BlockEnd;
        }

        if (type == typeof(FlowEntry))
        {
            return YamlTokenKind.FlowEntry;
        }

        if (type == typeof(FlowSequenceStart))
        {
            return YamlTokenKind.ListStart;
        }

        if (type == typeof(FlowMappingStart))
        {
            return YamlTokenKind.MappingStart;
        }

        return type == typeof(FlowSequenceEnd) || type == typeof(FlowMappingEnd) ? YamlTokenKind.BracketEnd : OfRest(type);
    }

    private static YamlTokenKind OfRest(Type type)
    {
        if (type == typeof(AnchorAlias))
        {
            return YamlTokenKind.Alias;
        }

        if (type == typeof(Anchor) || type == typeof(Tag))
        {
            return YamlTokenKind.Property;
        }

        if (type == typeof(VersionDirective) || type == typeof(TagDirective))
        {
            return YamlTokenKind.Directive;
        }

        if (type == typeof(DocumentStart))
        {
            return YamlTokenKind.DocumentStart;
        }

        if (type == typeof(DocumentEnd))
        {
            return YamlTokenKind.DocumentEnd;
        }

        if (type == typeof(StreamEnd))
        {
            return YamlTokenKind.StreamEnd;
        }

        return type == typeof(Error) ? YamlTokenKind.Error : YamlTokenKind.Other;
    }
}

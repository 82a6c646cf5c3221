using LaunchSdk.Problems.Rules;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace LaunchSdk.Documents;

internal sealed partial class YamlTokens
{
    private int _directive = -1;

    /// <summary>
    /// Looks at what lies between two tokens: space, line breaks, comments, and lines of reserved directives.
    /// Returns whether the scanner lost the colon that a plain scalar starts with.
    /// </summary>
    private bool CheckGap(int start, Token token, YamlTokenKind kind)
    {
        var i = _end;
        while (i < start)
        {
            switch (text[i])
            {
                case ' ' or '\n' or '\r':
                    break;
                case '\t':
                    NoteTab(i);
                    break;
                case '#' when i == 0 || IsWhiteOrEnd(i - 1):
                    i = LineEnd(i);
                    continue;
                case '#':
                    throw new YamlRefusal(i, Syntax.YamlCommentWithoutSpace);
                case '%' when i == 0 || text[i - 1] is '\n' or '\r':
                    NoteDirective(i);
                    i = LineEnd(i);
                    continue;
                case ':' when i == start - 1 && kind == YamlTokenKind.Scalar && ((Scalar)token).Style == ScalarStyle.Plain:
                    return true;
                default:
                    throw new YamlRefusal(i, Syntax.YamlCannotStart(CharacterNames.Show(text, i)));
            }

            i++;
        }

        if (_directive >= 0 || kind == YamlTokenKind.Directive)
        {
            CheckDirective(kind, start);
        }

        return false;
    }

    private void NoteTab(int offset)
    {
        if (FirstTab < 0)
        {
            FirstTab = offset;
        }
    }

    private void NoteDirective(int offset)
    {
        if (_last is not (YamlTokenKind.Other or YamlTokenKind.DocumentEnd or YamlTokenKind.Directive))
        {
            throw new YamlRefusal(offset, Syntax.YamlCannotStart(CharacterNames.Show(text, offset)));
        }

        _directive = _directive < 0 ? offset : _directive;
    }

    private void CheckDirective(YamlTokenKind kind, int start)
    {
        if (kind != YamlTokenKind.Directive)
        {
            _directive = kind == YamlTokenKind.DocumentStart ? -1 : throw new YamlRefusal(_directive, Syntax.YamlDirectiveAlone);
            return;
        }

        // The prefix of a tag may hold a '#'.
        var comment = text[start + 1] == 'T' ? -1 : text.IndexOf('#', start, LineEnd(start) - start);
        if (comment >= 0 && !IsWhiteOrEnd(comment - 1))
        {
            throw new YamlRefusal(comment, Syntax.YamlCommentWithoutSpace);
        }
    }

    /// <summary>Refuses a tab between '-', '?' or ':' and a list or mapping on the same line, whose column nobody knows.</summary>
    private void CheckBlockStart(int start)
    {
        if (start > _end && text[start - 1] == ':')
        {
            // A key that starts with a colon, which the scanner passed over.
            throw new YamlRefusal(start - 1, Syntax.YamlCannotStart(CharacterNames.Show(text, start - 1)));
        }

        for (var i = start - 1; i >= _end && text[i] is ' ' or '\t'; i--)
        {
            if (text[i] == '\t')
            {
                throw new YamlRefusal(i, Syntax.YamlTab);
            }
        }
    }
}

using LaunchSdk.Problems;
using LaunchSdk.Problems.Rules;

namespace LaunchSdk.Documents;

internal sealed partial class JsonReader
{
    /// <summary>Goes to the next entry; false at the end, which is consumed if it is this list's own.</summary>
    private bool ContinueList(ref JsonListState list, int start, char closer, bool otherIsOpen)
    {
        while (true)
        {
            SkipSpace();
            if (IsStopped)
            {
                return false;
            }

            if (AtEnd)
            {
                Report(new TextRange(start, 1), Syntax.JsonOpenList(_text[start], closer));
                Stop();
                return false;
            }

            var c = _text[_position];
            if (c == closer)
            {
                ReportTrailingComma(list);
                _position++;
                return false;
            }

            if (c is ']' or '}')
            {
                Report(new TextRange(_position, 1), Syntax.JsonWrongCloser(c, _text[start], closer, source.GetPosition(start).Line));
                if (otherIsOpen)
                {
                    return false;
                }

                _position++;
                continue;
            }

            if (c == ',')
            {
                Report(new TextRange(_position, 1), Syntax.JsonLoneComma, Replace("Remove ','", _position, 1, string.Empty));
                list = new JsonListState { Comma = _position++ };
                continue;
            }

            if (list.LastEnd >= 0 && list.Comma < 0)
            {
                Report(new TextRange(list.LastEnd, 0), Syntax.JsonMissingComma, Replace("Insert ','", list.LastEnd, 0, ","));
            }

            return true;
        }
    }

    private void EndItem(ref JsonListState list)
    {
        list.LastEnd = _position;
        list.Comma = -1;
        SkipSpace();
        if (!AtEnd && !IsStopped && _text[_position] == ',')
        {
            list.Comma = _position++;
        }
    }

    private void ReportTrailingComma(JsonListState list)
    {
        // A comma without an entry before it was reported when it was met.
        if (list.Comma >= 0 && list.LastEnd >= 0)
        {
            Report(new TextRange(list.Comma, 1), Syntax.JsonTrailingComma, Replace("Remove ','", list.Comma, 1, string.Empty));
        }
    }
}

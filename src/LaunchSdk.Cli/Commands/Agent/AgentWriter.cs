using LaunchSdk.Cli.Streams;

namespace LaunchSdk.Cli.Commands.Agent;

/// <summary>
/// Where an agent's lines go. Its jobs do not depend on them: a full disk is reported once and costs lines, nothing else.
/// </summary>
/// <param name="lines">Gets the lines.</param>
/// <param name="error">Gets the report.</param>
internal sealed class AgentWriter(TextWriter lines, TextWriter error)
{
    private bool _isReported;

    /// <summary>Writes a line, if that is possible.</summary>
    public void WriteLine(string line)
    {
        try
        {
            lines.WriteLine(line);
            _isReported = false;
        }
        catch (OutputFailedException failure) when (failure.IsReaderGone)
        {
            // The session watches for this, and ends.
        }
        catch (Exception failure) when (failure is OutputFailedException or IOException)
        {
            if (!_isReported)
            {
                _isReported = true;
                error.WriteLine($"launch: {failure.Message}: the agent goes on");
            }
        }
    }
}

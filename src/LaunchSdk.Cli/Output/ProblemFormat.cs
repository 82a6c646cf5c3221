namespace LaunchSdk.Cli.Output;

/// <summary>How problems are printed.</summary>
internal enum ProblemFormat
{
    /// <summary><c>path(line,col): error LSDK0003: message</c>, as compilers do.</summary>
    Text,

    /// <summary>A JSON array.</summary>
    Json,

    /// <summary>GitHub Actions workflow commands, which become annotations.</summary>
    GitHub,

    /// <summary>SARIF 2.1.0.</summary>
    Sarif,
}

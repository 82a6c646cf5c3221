using System.Globalization;

namespace LaunchSdk.Docker.Connection;

/// <summary>What waited for the engine was given up.</summary>
internal sealed class EngineSilentException : IOException
{
    private EngineSilentException(string message, string advice, Exception inner)
        : base(message, inner) => Advice = advice;

    /// <summary>What to do, as a sentence without its full stop.</summary>
    public string Advice { get; }

    /// <summary>The engine does not answer a ping any more.</summary>
    /// <param name="length">How long nothing has come from it.</param>
    /// <param name="inner">How the waiting ended.</param>
    public static EngineSilentException OfEngine(TimeSpan length, Exception inner) =>
        new(
            $"the engine has not answered for {Seconds(length)}",
            "Look whether it is stuck: its log, and `systemctl status docker`",
            inner
        );

    /// <summary>One request is left without an answer, whatever the engine answers elsewhere.</summary>
    /// <param name="bound">The bound that is over.</param>
    /// <param name="inner">How the waiting ended.</param>
    public static EngineSilentException OfRequest(WaitBound bound, Exception inner) =>
        new(
            $"nothing came for {Seconds(bound.Length)}, although the engine may answer other requests",
            $"Look at the engine's log, and at what is between here and there; {nameof(EngineTimeouts)}.{bound.Setting} is the bound",
            inner
        );

    private static string Seconds(TimeSpan length) => string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0.#} s");
}

namespace LaunchSdk.Options;

/// <summary>
/// What an option can be set to: the closed set of predicates that the schema's conflicts are made of (<c>x-launch-excludes</c>).
/// </summary>
public enum ConflictConditionKind
{
    /// <summary>A flag is true; another option has a value.</summary>
    Given,

    /// <summary>It has a value, and as a number or duration that is not 0.</summary>
    NotZero,

    /// <summary>It is a number above 0.</summary>
    Positive,

    /// <summary>It is a restart policy that restarts: neither <c>no</c> nor empty.</summary>
    Restarts,

    /// <summary>It is one of the words.</summary>
    Among,

    /// <summary>It has no value, or 0.</summary>
    Missing,

    /// <summary>It is a number above 0 and less than that of the other option.</summary>
    Less,

    /// <summary>It is a number above 0 and more than that of the other option.</summary>
    More,

    /// <summary>The first network is another container's: <c>container:NAME</c>.</summary>
    OfContainer,

    /// <summary>The first network is not one that the user made, or there is none.</summary>
    NotUserDefined,

    /// <summary>The first network has the field that the words name, such as <c>alias</c>.</summary>
    WithField,
}

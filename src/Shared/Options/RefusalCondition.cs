namespace LaunchSdk.Options;

/// <summary>What can be wrong with a part of a value: the closed set that the schema's rules are made of.</summary>
public enum RefusalCondition
{
    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It is there.</summary>
    Given,

    /// <summary>It is there, and not an absolute path of Linux or Windows.</summary>
    Relative,

    /// <summary>It is the root of the file system.</summary>
    Root,

    /// <summary>It is there, and none of the words.</summary>
    NotAmong,

    /// <summary>
    /// It is a number other than 0 below the first word or above the second. Without a second one, a negative number is no limit.
    /// </summary>
    Outside,

    /// <summary>Another value of the option, or of the options that the words name, has the same.</summary>
    Repeated,

    /// <summary>It is not a name that engines take for a container.</summary>
    NotAName,

    /// <summary>It is not an IPv4 address.</summary>
    NotIPv4,

    /// <summary>It is not an IPv6 address.</summary>
    NotIPv6,

    /// <summary>It is not an IP address, with a zone or without.</summary>
    NotAnAddress,

    /// <summary>It is not a device of a Linux host.</summary>
    NotALinuxDevice,
}

namespace LaunchSdk.Options;

/// <summary>
/// How a job's value of an option is held against its queue's: the queue's is a limit that a job may lower, never lift
/// (<c>x-launch-ceiling</c>).
/// </summary>
internal enum OptionCeiling
{
    /// <summary>The option is no limit.</summary>
    None,

    /// <summary>A number or a size: the queue's at most; 0 and less is no limit.</summary>
    Most,

    /// <summary>A number: the queue's at least.</summary>
    Least,

    /// <summary>The queue's value and no other.</summary>
    Fixed,

    /// <summary>Numbers and ranges: some of the queue's.</summary>
    Subset,

    /// <summary>A part of the share of processors that <c>cpus</c>, or <c>cpu-quota</c> over <c>cpu-period</c>, give.</summary>
    Processors,

    /// <summary>
    /// What <c>memory</c> and <c>memory-swap</c> give together; without <c>memory-swap</c> twice the memory, as the engine has it.
    /// </summary>
    MemoryAndSwap,

    /// <summary>A flag that takes the edge off a limit of memory.</summary>
    KilledBeyondMemory,

    /// <summary>A number of GPUs, or some of those that the queue names.</summary>
    Gpus,

    /// <summary>Variables that show GPUs to a container: as in the queue, where it has them.</summary>
    VisibleGpus,

    /// <summary>The hard limit of each type that the queue limits.</summary>
    LimitOfEachType,

    /// <summary>The rate of each device; a job may name no other device than the queue.</summary>
    ByteRateOfEachDevice,

    /// <summary>The rate of each device; a job may name no other device than the queue.</summary>
    OperationRateOfEachDevice,

    /// <summary>The weight of each device; <c>blkio-weight</c> is that of a device that the queue does not name.</summary>
    WeightOfEachDevice,

    /// <summary>The size or number of each key whose value is one in the queue.</summary>
    SizeOfEachKey,
}

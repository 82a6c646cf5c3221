using LaunchSdk.Options;

namespace LaunchSdk.Agent.Policies.Ceilings;

/// <summary>The rules of all options that the schema calls limits.</summary>
internal static class CeilingRules
{
    /// <summary>The rules, in the order of the options.</summary>
    public static IReadOnlyList<CeilingRule> All { get; } =
    [.. DockerOptions.All.Select(Create).OfType<CeilingRule>().DistinctBy(static rule => string.Join(' ', rule.Options))];

    private static CeilingRule? Create(DockerOption option) =>
        option.Ceiling switch
        {
            OptionCeiling.Most => WholeRule.Of(option, text => LimitReader.Positive(option.Grammar, text)),
            OptionCeiling.Least => WholeRule.Of(option, LimitReader.AtLeast),
            OptionCeiling.Fixed => WholeRule.Of(option, static text => new Exactly(text)),
            OptionCeiling.Subset => WholeRule.Of(option, NumberSet.Read),
            OptionCeiling.Processors => new WholeRule(
                LimitReader.Processors,
                DockerOptions.Cpus,
                DockerOptions.CpuQuota,
                DockerOptions.CpuPeriod
            ),
            OptionCeiling.MemoryAndSwap => new WholeRule(LimitReader.MemoryAndSwap, DockerOptions.Memory, DockerOptions.MemorySwap),
            OptionCeiling.KilledBeyondMemory => new WholeRule(
                settings => LimitReader.FlagOverMemory(settings, option),
                option,
                DockerOptions.Memory
            ),
            OptionCeiling.Gpus => new WholeRule(LimitReader.Gpus, option) { IsLeastWhenUnset = true },
            OptionCeiling.VisibleGpus => new EachRule(option, LimitReader.VisibleGpus),
            OptionCeiling.LimitOfEachType => new EachRule(option, LimitReader.Ulimit),
            OptionCeiling.ByteRateOfEachDevice => new EachRule(option, LimitReader.ByteRate) { IsClosed = true },
            OptionCeiling.OperationRateOfEachDevice => new EachRule(option, LimitReader.OperationRate) { IsClosed = true },
            OptionCeiling.WeightOfEachDevice => new EachRule(option, LimitReader.Weight)
            {
                IsClosed = true,
                Fallback = WholeRule.Of(
                    DockerOptions.BlkioWeight,
                    static text => LimitReader.Positive(DockerOptions.BlkioWeight.Grammar, text)
                ),
            },
            OptionCeiling.SizeOfEachKey => new EachRule(option, LimitReader.Size) { IsOfAmounts = true },
            _ => null,
        };
}

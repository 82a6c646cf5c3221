namespace LaunchSdk.Benchmarks.Paired;

/// <summary>What a contender took in every round.</summary>
/// <param name="Name">The contender.</param>
/// <param name="Microseconds">Time of one run, a value a round.</param>
/// <param name="Bytes">What one run allocates on its thread; null for a process.</param>
internal sealed record Measured(string Name, double[] Microseconds, double? Bytes)
{
    public double Median => MedianOf(Microseconds);

    /// <summary>The median over rounds of this time divided by the first contender's in the same round.</summary>
    public double RatioTo(Measured first) => MedianOf([.. Microseconds.Zip(first.Microseconds, static (mine, other) => mine / other)]);

    private static double MedianOf(double[] values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

namespace Worker;

/// <summary>What the sample submits, and how it ended.</summary>
internal sealed class JobToSubmit(string image)
{
    public string Image { get; } = image;

    public int? ExitCode { get; set; }
}

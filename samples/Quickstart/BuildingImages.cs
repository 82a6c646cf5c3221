using LaunchSdk.Docker.Contexts;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;

namespace Quickstart;

/// <summary>What an image is built from: sources, Dockerfiles, contexts.</summary>
public static class BuildingImages
{
    public static async Task FetchAsync()
    {
        var source = BuildSource.Parse("https://github.com/team/train.git#main:jobs/train");
        if (source is GitSource git)
        {
            await using var checkout = await GitCheckout.FetchAsync(git);
            Console.WriteLine($"{checkout.Commit} in {checkout.Directory}");
        }
    }

    public static async Task DescribeAsync()
    {
        var dockerfile = JobDockerfile.Choose("./train", new JobImageOptions { EntryPoint = ["python", "train.py"] }, BuilderFlavor.Classic);
        var context = await BuildContext.OpenAsync("./train", new BuildContextOptions { Dockerfile = dockerfile, CacheFolder = BuildContext.DefaultCacheFolder });
        var tag = ImageTag.Compute(await context.GetDigestAsync(), dockerfile);
        await context.WriteToAsync(Stream.Null);
        Console.WriteLine($"{tag.Tag}: {context.Entries.Count} entries, {context.Length} bytes");
    }
}

using LaunchSdk.Analyzers.Files;

namespace LaunchSdk.Analyzers.Tests;

public class ProjectSettingsTests
{
    [Theory]
    [InlineData("/home/me/app/", "/home/me/app/queues/gpu.yaml", "queues/gpu.yaml")]
    [InlineData("/home/me/app/", "/home/me/shared/gpu.yaml", "../shared/gpu.yaml")]
    [InlineData("/home/me/app/", "/home/me/application/gpu.yaml", "../application/gpu.yaml")]
    [InlineData("/home/me/app/", "/etc/gpu.yaml", "../../../etc/gpu.yaml")]
    [InlineData("/", "/etc/gpu.yaml", "etc/gpu.yaml")]
    [InlineData(@"C:\app\", @"C:\app\queues\gpu.yaml", "queues/gpu.yaml")]
    [InlineData(@"C:\app\", @"D:\secret place\gpu.yaml", "gpu.yaml")]
    [InlineData("", "/home/me/gpu.yaml", "home/me/gpu.yaml")]
    public void A_file_is_named_as_seen_from_the_project(string project, string path, string relative) =>
        Assert.Equal(relative, new ProjectSettings("", project, "").Relative(path));
}

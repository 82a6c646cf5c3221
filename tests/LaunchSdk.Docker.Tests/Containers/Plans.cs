using LaunchSdk.Docker.Containers;
using LaunchSdk.Docker.Requests;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Containers;

/// <summary>Plans as <c>docker run --rm</c> would make them.</summary>
internal static class Plans
{
    public static ContainerRunPlan Shell(string script) => Command("sh", "-c", script);

    public static ContainerRunPlan Command(params string[] command) =>
        new(
            new ContainerRequest
            {
                Image = TestEngine.BusyboxImage,
                Cmd = command,
                AttachStdout = true,
                AttachStderr = true,
                HostConfig = new HostConfig { AutoRemove = true, NetworkMode = "none" },
            }
        )
        {
            PullPolicy = Docker.Images.PullPolicy.Never,
        };

    public static ContainerRunPlan With(this ContainerRunPlan plan, Action<ContainerRequest> change)
    {
        change(plan.Request);
        return plan;
    }

    public static ContainerRunPlan WithInput(this ContainerRunPlan plan) =>
        plan.With(parameters =>
        {
            parameters.AttachStdin = true;
            parameters.OpenStdin = true;
            parameters.StdinOnce = true;
        });

    public static ContainerRunPlan KeptAfterwards(this ContainerRunPlan plan) =>
        plan.With(parameters => parameters.HostConfig!.AutoRemove = false);
}

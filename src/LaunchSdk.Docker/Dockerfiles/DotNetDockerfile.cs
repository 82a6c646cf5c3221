using LaunchSdk.Values;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>.NET projects: published in a stage with the SDK, run in a stage with the runtime.</summary>
internal static class DotNetDockerfile
{
    private const string Registry = "mcr.microsoft.com/dotnet";

    public static void Write(DockerfileWriter text, JobImagePlan plan, DotNetRuntime dotnet)
    {
        text.From(ImageReference.Parse($"{Registry}/sdk:{dotnet.Version}"), "build");
        text.Line("WORKDIR /build");
        text.Line("COPY . /build/");
        text.Run(["dotnet", "publish", dotnet.Project.Text, "--configuration", "Release", "--output", "/out"], "target=/root/.nuget/packages");
        text.From(plan.AcceleratorBaseImage ?? plan.BaseImage ?? ImageReference.Parse($"{Registry}/{(dotnet.IsWeb ? "aspnet" : "runtime")}:{dotnet.Version}"));
        FinalStage.Write(text, plan, "COPY --from=build", "/out/", plan.EntryPoint.Count > 0 ? plan.EntryPoint : ["dotnet", dotnet.AssemblyName + ".dll"]);
    }
}

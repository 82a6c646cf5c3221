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
        text.Run(
            ["dotnet", "publish", dotnet.Project.Text, "--configuration", "Release", "--output", "/out"],
            "target=/root/.nuget/packages"
        );
        text.From(
            plan.AcceleratorBaseImage
                ?? plan.BaseImage
                ?? ImageReference.Parse($"{Registry}/{(dotnet.IsWeb ? "aspnet" : "runtime")}:{dotnet.Version}")
        );
        FinalStage.Write(text, plan, "COPY --from=build", "/out/", EntryPoint(plan.EntryPoint, dotnet));
    }

    // The last stage has what was published, and no SDK: what `dotnet run` would build and start is there already.
    private static IReadOnlyList<string> EntryPoint(IReadOnlyList<string> words, DotNetRuntime dotnet) =>
        words.Count == 0 || words is ["dotnet", "run", ..]
            ? ["dotnet", dotnet.AssemblyName + ".dll", .. words.SkipWhile(static word => word != "--").Skip(1)]
            : words;
}

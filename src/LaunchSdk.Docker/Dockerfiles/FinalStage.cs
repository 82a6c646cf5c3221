using System.Globalization;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>The end of every generated Dockerfile: the user, the directory, the code, the entry point.</summary>
internal static class FinalStage
{
    /// <param name="text">Where it is written.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="copy"><c>COPY</c> with its flags, without the owner.</param>
    /// <param name="from">What is copied into the work directory.</param>
    /// <param name="entryPoint">The entry point; empty for the image's own.</param>
    public static void Write(DockerfileWriter text, JobImagePlan plan, string copy, string from, IReadOnlyList<string> entryPoint)
    {
        var id = plan.User.Id.ToString(CultureInfo.InvariantCulture);
        var directory = plan.WorkingDirectory.Text;
        text.Line("USER 0");
        text.Shell(
            plan.User.Id == 0 ? $"mkdir -p {directory}" : $"{AddUser(plan.User, id)} && mkdir -p {directory} && chown {id}:0 {directory}"
        );
        text.Line($"WORKDIR {directory}");
        text.Line($"{copy} --chown={id}:0 {from} {directory}/");
        text.Line($"USER {id}");
        if (entryPoint.Count > 0)
        {
            text.Line($"ENTRYPOINT {JsonWords.Write(entryPoint)}");
        }
    }

    // Not every image has useradd, and every image with a shell has these. An image may know the number already.
    private static string AddUser(ContainerUser user, string id) =>
        $"if ! grep -q '^[^:]*:[^:]*:{id}:' /etc/passwd; then echo '{user.Name}:x:{id}:0::/home/{user.Name}:/bin/sh' >> /etc/passwd && mkdir -p /home/{user.Name} && chown {id}:0 /home/{user.Name}; fi";
}

using LaunchSdk.Values;

namespace LaunchSdk.Docker.Dockerfiles;

/// <summary>What a plan lacks before a Dockerfile can be written.</summary>
internal static class PlanCheck
{
    public static IReadOnlyList<string> Find(JobImagePlan plan)
    {
        var problems = new List<string>();
        CheckImage(problems, "the base image", plan.BaseImage);
        CheckImage(problems, "the accelerator's base image", plan.AcceleratorBaseImage);
        if (plan.EntryPoint.Count == 0 && plan.Runtime is PythonRuntime)
        {
            problems.Add("the job has no entry point: name the program to start, for example [\"python\", \"train.py\"]");
        }

        if (
            plan.EntryPoint.Any(static word => word.Contains('\0', StringComparison.Ordinal))
            || (plan.EntryPoint.Count > 0 && plan.EntryPoint[0].Length == 0)
        )
        {
            problems.Add(
                "the entry point names no program (its first word is empty, or a word holds a NUL): write for example [\"python\", \"train.py\"]"
            );
        }

        if (plan.Runtime is PlainRuntime && plan.BaseImage is null && plan.AcceleratorBaseImage is null)
        {
            problems.Add(
                "the source is neither Python nor .NET and no base image is named: name one that has what the entry point needs, or bring a Dockerfile"
            );
        }

        return problems;
    }

    private static void CheckImage(List<string> problems, string what, ImageReference? image)
    {
        if (image is not null && (image.IsTemplate || image.IsId))
        {
            problems.Add(
                $"{what} '{image.Text}' is not an image's name{(image.IsTemplate ? " before its variables are filled in" : "")}: write for example python:3.12-slim"
            );
        }
    }
}

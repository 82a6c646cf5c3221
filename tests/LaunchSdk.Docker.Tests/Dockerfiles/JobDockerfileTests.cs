using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;
using LaunchSdk.Docker.Tests.Contexts;

namespace LaunchSdk.Docker.Tests.Dockerfiles;

public sealed class JobDockerfileTests
{
    private static readonly (string Path, string Text)[] Everything =
    [
        ("o", "FROM override"),
        ("j", "FROM job"),
        ("jobs/Dockerfile.wandb", "FROM beside"),
        ("Dockerfile.wandb", "FROM root"),
        ("jobs/train.py", ""),
        ("train.py", ""),
        ("Dockerfile", "FROM not-looked-at"),
    ];

    [Theory]
    [InlineData("o", "j", "jobs/train.py", DockerfileOrigin.Override, "override", "o")]
    [InlineData(null, "j", "jobs/train.py", DockerfileOrigin.Job, "job", "j")]
    [InlineData(null, null, "jobs/train.py", DockerfileOrigin.BesideEntryPoint, "beside", "jobs/Dockerfile.wandb")]
    [InlineData(null, null, "train.py", DockerfileOrigin.BesideEntryPoint, "root", "Dockerfile.wandb")]
    [InlineData(null, null, "--no-file", DockerfileOrigin.BesideEntryPoint, "root", "Dockerfile.wandb")]
    public void The_first_of_override_job_and_dockerfile_wandb_wins(
        string? overriding,
        string? job,
        string script,
        DockerfileOrigin origin,
        string from,
        string path
    )
    {
        using var tree = new SourceTree(Everything);

        var file = JobDockerfile.Choose(
            tree.Root,
            new JobImageOptions
            {
                EntryPoint = ["python", script],
                OverrideDockerfile = Path(overriding),
                JobDockerfile = Path(job),
            },
            BuilderFlavor.Classic
        );

        Assert.Equal((origin, from, path), (file.Origin, file.Stages.Single().From, file.Path));
    }

    [Fact]
    public void A_named_dockerfile_that_is_not_there_is_told()
    {
        using var tree = new SourceTree();

        var error = Assert.Throws<BuildInputException>(() =>
            JobDockerfile.Choose(tree.Root, new JobImageOptions { OverrideDockerfile = Path("none") }, BuilderFlavor.Classic)
        );

        Assert.StartsWith("there is no file 'none' in the source", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_out_of_the_source_is_not_read()
    {
        using var tree = new SourceTree();
        tree.Link("Dockerfile.wandb", "/etc/hostname");

        var error = Assert.Throws<BuildInputException>(() =>
            JobDockerfile.Choose(tree.Root, new JobImageOptions { EntryPoint = ["x"] }, BuilderFlavor.Classic)
        );

        Assert.Contains("leads out of the source", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_of_a_source_are_told_at_once()
    {
        using var tree = new SourceTree(
            (
                "pyproject.toml",
                "[project]\nrequires-python = \">=4\"\ndependencies = [\"ok\", \"--index-url=https://evil\", \"-r /etc/passwd\", \"a\\nRUN x\"]\n"
            ),
            (".python-version", "pypy3.9\n")
        );

        var error = Assert.Throws<BuildInputException>(() =>
            JobDockerfile.Plan(tree.Root, new JobImageOptions { EntryPoint = ["python", "x.py"] })
        );

        Assert.Equal(5, error.Problems.Count);
        Assert.All(error.Problems, static problem => Assert.DoesNotContain('\n', problem));
    }

    [Theory]
    [InlineData("requirements.txt", "-r missing.txt", "it includes 'missing.txt', which is not in the source")]
    [InlineData("requirements.txt", "-r ../../etc/passwd", "is not a file of the source")]
    [InlineData("pyproject.toml", "[project", "not TOML")]
    [InlineData("pyproject.toml", "[project]\ndependencies = 'numpy'", "is not an array of strings")]
    public void What_cannot_be_read_is_told_with_its_file(string file, string text, string message)
    {
        using var tree = new SourceTree((file, text));

        var error = Assert.Throws<BuildInputException>(() =>
            JobDockerfile.Plan(tree.Root, new JobImageOptions { EntryPoint = ["python", "x.py"] })
        );

        Assert.StartsWith(file + ": ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">=3.9", "3.12")]
    [InlineData(">=3.9,<3.12", "3.11")]
    [InlineData(">=3.13", "3.13")]
    [InlineData("==3.10.*", "3.10")]
    [InlineData("==3.10.4", "3.10.4")]
    [InlineData("~=3.10", "3.12")]
    [InlineData("~=3.10.2", "3.10")]
    [InlineData("!=3.12.*,>=3.8", "3.11")]
    [InlineData(">3.12", "3.13")]
    [InlineData(">=3", "3.12")]
    [InlineData("<=3.10", "3.10")]
    [InlineData("<4", "3.12")]
    public void The_version_of_python_is_one_that_fits(string range, string version)
    {
        using var tree = new SourceTree(("pyproject.toml", $"[project]\nrequires-python = \"{range}\"\n"));

        var plan = JobDockerfile.Plan(tree.Root, new JobImageOptions { EntryPoint = ["python", "x.py"] });

        Assert.Equal(version, Assert.IsType<PythonRuntime>(plan.Runtime).Version!.ToString());
    }

    [Fact]
    public void Two_projects_need_a_name()
    {
        using var tree = new SourceTree(("A.csproj", "<Project />"), ("B.csproj", "<Project />"));

        var error = Assert.Throws<BuildInputException>(() => JobDockerfile.Plan(tree.Root, new JobImageOptions()));

        Assert.Contains("A.csproj, B.csproj", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_nothing_is_known_of_needs_a_base_image()
    {
        using var tree = new SourceTree(("run.sh", ""));

        var error = Assert.Throws<BuildInputException>(() =>
            JobDockerfile.Choose(tree.Root, new JobImageOptions { EntryPoint = ["./run.sh"] }, BuilderFlavor.Classic)
        );

        Assert.Contains("no base image is named", error.Message, StringComparison.Ordinal);
    }

    private static SourcePath? Path(string? text) => text is null ? null : SourcePath.Parse(text);
}

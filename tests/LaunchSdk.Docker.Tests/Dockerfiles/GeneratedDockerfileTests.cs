using System.Runtime.CompilerServices;
using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Tests.Contexts;
using LaunchSdk.Testing;

namespace LaunchSdk.Docker.Tests.Dockerfiles;

/// <summary>The snapshots are what people read first: one for each kind of source, for both builders.</summary>
public sealed class GeneratedDockerfileTests
{
    private static readonly string[] Train = ["python", "train.py", "--epochs", "10"];

    [Fact]
    public void Requirements_txt() =>
        Match(
            new JobImageOptions { EntryPoint = Train },
            [
                ("train.py", ""),
                ("requirements.txt", "numpy\n-r lib/more.txt\n"),
                ("lib/more.txt", "-c ../limits.txt"),
                ("limits.txt", ""),
                ("pyproject.toml", "[project]\ndependencies = [\"wrong\"]"),
            ]
        );

    [Fact]
    public void Requirements_that_are_in_the_source() =>
        Match(new JobImageOptions { EntryPoint = Train, User = ContainerUser.Root }, [("requirements.txt", "numpy\n-e ./lib\n")]);

    [Fact]
    public void Pyproject_toml() =>
        Match(
            new JobImageOptions
            {
                EntryPoint = Train,
                User = ContainerUser.Parse("1234:ada"),
                WorkingDirectory = ContainerPath.Parse("/srv/job/"),
            },
            [
                (
                    "pyproject.toml",
                    "[project]\nname = \"train\"\nrequires-python = \">=3.9,<3.12\"\ndependencies = [\"numpy>=1.26,<2\", 'torch[cuda] ; python_version < \"3.12\"']\n"
                ),
            ]
        );

    [Fact]
    public void Frozen_requirements() =>
        Match(
            new JobImageOptions { EntryPoint = Train },
            [("requirements.frozen.txt", "numpy==1.26.4\n"), (".python-version", "3.11.9\n"), ("pyproject.toml", "[tool.ruff]\n")]
        );

    [Fact]
    public void Conda() => Match(new JobImageOptions { EntryPoint = Train }, [("environment.yml", "name: x\n")]);

    [Fact]
    public void Without_packages() =>
        Match(new JobImageOptions { EntryPoint = ["python", "it's \"quoted\" \\ and\nlong <<EOF é"] }, [("train.py", "")]);

    [Fact]
    public void An_accelerator() =>
        Match(
            new JobImageOptions
            {
                EntryPoint = Train,
                AcceleratorBaseImage = "nvidia/cuda:12.4.1-runtime-ubuntu22.04",
                BaseImage = "python:3.10",
            },
            [("requirements.txt", "torch\n")]
        );

    [Fact]
    public void An_accelerator_with_a_version() =>
        Match(
            new JobImageOptions
            {
                EntryPoint = Train,
                AcceleratorBaseImage = "nvidia/cuda:12.4.1-runtime-ubuntu22.04",
                PythonVersion = PythonVersion.Parse("3.11.4"),
            },
            [("train.py", "")]
        );

    [Fact]
    public void A_base_image() =>
        Match(
            new JobImageOptions
            {
                EntryPoint = Train,
                BaseImage = "registry:5000/team/python@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            },
            [("requirements.txt", "torch\n")]
        );

    [Fact]
    public void A_dotnet_project() =>
        Match(
            new JobImageOptions(),
            [
                (
                    "My Train.csproj",
                    "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net8.0</TargetFramework><AssemblyName>train</AssemblyName></PropertyGroup></Project>"
                ),
            ]
        );

    [Fact]
    public void A_web_project_that_the_entry_point_names() =>
        Match(
            new JobImageOptions { EntryPoint = ["dotnet", "run", "--project", "src/Web/Web.csproj", "--", "--port", "80"] },
            [
                ("src/Web/Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />"),
                ("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>"),
            ]
        );

    [Fact]
    public void A_plain_program() =>
        Match(new JobImageOptions { EntryPoint = ["./run.sh", "--fast"], BaseImage = "alpine:3.20" }, [("run.sh", "")]);

    private static void Match(JobImageOptions options, (string Path, string Text)[] files, [CallerMemberName] string test = "")
    {
        using var tree = new SourceTree(files);
        var classic = JobDockerfile.Choose(tree.Root, options, BuilderFlavor.Classic);
        var buildKit = JobDockerfile.Choose(tree.Root, options, BuilderFlavor.BuildKit);

        Snapshot.Match($"{classic.Text}\n# ---- with BuildKit ----\n\n{buildKit.Text}", test: test);
        Assert.False(classic.NeedsBuildKit);
        Assert.Equal(DockerfileOrigin.Generated, classic.Origin);
    }
}

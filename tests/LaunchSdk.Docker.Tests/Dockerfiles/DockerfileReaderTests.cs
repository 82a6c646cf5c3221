using LaunchSdk.Docker.Dockerfiles;
using LaunchSdk.Docker.Sources;

namespace LaunchSdk.Docker.Tests.Dockerfiles;

public sealed class DockerfileReaderTests
{
    [Fact]
    public void Continued_lines_comments_and_empty_lines_are_read_as_docker_reads_them()
    {
        var file = Dockerfile.Parse(
            "# a comment\n\nfrom busybox as Base\nRUN echo a \\\n  # between\n\n  && echo b\\\\\n  COPY --chown=1:1 [\"a b\", \"/x\"]\r\nCMD sh\n"
        );

        Assert.Equal(
            ["3 FROM busybox as Base", "4 RUN echo a   && echo b\\\\", "8 COPY --chown=1:1 [\"a b\", \"/x\"]", "9 CMD sh"],
            file.Instructions.Select(static instruction => $"{instruction.Line} {instruction}")
        );
        Assert.Equal(["a b", "/x"], file.Instructions[2].Words);
        Assert.Equal("base", file.Stages.Single().Name);
        Assert.False(file.NeedsBuildKit);
    }

    [Fact]
    public void The_escape_character_can_be_another()
    {
        var file = Dockerfile.Parse("# escape=`\nFROM busybox\nRUN dir C:\\`\n  /b\n");

        Assert.Equal("dir C:\\  /b", file.Instructions[1].Arguments);
    }

    [Fact]
    public void Heredocs_are_bodies_and_not_instructions()
    {
        var file = Dockerfile.Parse("FROM busybox\nRUN <<EOF cat <<-'END'\nFROM evil\nEOF\n\tRUN x\n\tEND\nCMD sh\n");

        Assert.Equal(["FROM", "RUN", "CMD"], file.Instructions.Select(static instruction => instruction.Keyword));
        Assert.Equal(["FROM evil\n", "RUN x\n"], file.Instructions[1].Heredocs);
        Assert.Equal(["line 2: RUN with a here-document"], file.BuildKitReasons);
    }

    [Theory]
    [InlineData("FROM busybox\nRUN --mount=type=cache,target=/x true", "line 2: RUN --mount")]
    [InlineData("FROM busybox\nCOPY --link a /a", "line 2: COPY --link")]
    [InlineData("FROM busybox\nCOPY --chmod=755 a /a", "line 2: COPY --chmod")]
    [InlineData("FROM busybox\nADD --checksum=sha256:0 https://x/y /a", "line 2: ADD --checksum")]
    [InlineData("FROM busybox\nADD https://host/repo.git#main /a", "line 2: ADD of a git repository")]
    [InlineData("FROM --platform=$BUILDPLATFORM busybox", "line 1: FROM with $BUILDPLATFORM")]
    [InlineData("# syntax=example.org/other:1\nFROM busybox", "line 1: # syntax=example.org/other:1")]
    public void What_needs_buildkit_is_told_with_its_line(string text, string reason) =>
        Assert.Equal([reason], Dockerfile.Parse(text).BuildKitReasons);

    [Theory]
    [InlineData("# syntax=docker/dockerfile:1\nFROM busybox")]
    [InlineData("FROM --platform=linux/amd64 busybox\nCOPY --from=0 --chown=1 a /a")]
    [InlineData("FROM busybox\nRUN echo '<<EOF' \"a << b\" 1<2")]
    public void What_both_builders_know_needs_none(string text) => Assert.Empty(Dockerfile.Parse(text).BuildKitReasons);

    [Fact]
    public void All_problems_are_told_with_their_lines()
    {
        var error = Assert.Throws<BuildInputException>(() =>
            Dockerfile.Parse("RUN x\nFRMO busybox\nFROM a b\nRUN\nRUN <<EOF\nx\n", path: "docker/Dockerfile")
        );

        Assert.Equal(
            [
                "docker/Dockerfile: line 5: the here-document 'EOF' has no end: write a line that is EOF",
                "docker/Dockerfile: line 1: RUN stands before the first FROM: only ARG may",
                "docker/Dockerfile: line 2: 'FRMO' is not an instruction: write FROM",
                "docker/Dockerfile: line 3: 'FROM a b' is not FROM image or FROM image AS name",
                "docker/Dockerfile: line 4: RUN has no arguments",
            ],
            error.Problems
        );
    }

    [Fact]
    public void Base_images_are_those_of_from_and_copy_with_arguments_filled_in()
    {
        var file = Dockerfile.Parse(
            """
            ARG PYTHON=3.12
            ARG REGISTRY
            ARG IMAGE=${REGISTRY:-docker.io/library}/python:$PYTHON
            FROM $IMAGE AS build
            COPY --from=busybox:1.36 /bin/sh /sh
            FROM Build AS next
            FROM scratch
            COPY --from=build /a /a
            COPY --from=1 /a /a
            FROM "python:${PYTHON}-slim"
            """
        );

        Assert.Equal(
            ["docker.io/library/python:3.12", "busybox:1.36", "python:3.12-slim"],
            file.GetBaseImages().Select(static image => image.Text)
        );
        Assert.Equal(
            ["host:5000/python:3.9", "busybox:1.36", "python:3.9-slim"],
            file.GetBaseImages(new Dictionary<string, string> { ["REGISTRY"] = "host:5000", ["PYTHON"] = "3.9" })
                .Select(static image => image.Text)
        );
    }

    [Fact]
    public void A_from_without_an_image_is_told()
    {
        var file = Dockerfile.Parse("ARG A\nARG B\nFROM $A\nFROM ${B:?name-the-base}\nFROM Not/An/Image");

        var error = Assert.Throws<BuildInputException>(() => file.GetBaseImages());

        Assert.Equal(3, error.Problems.Count);
        Assert.Contains("name-the-base", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_of_the_classic_builder_is_an_instruction_and_has_a_stage()
    {
        var file = Dockerfile.Parse("ARG A=1\nFROM busybox AS one\nRUN a\nFROM busybox\nRUN b\n");

        Assert.Null(file.StageOfStep(1));
        Assert.Equal("one", file.StageOfStep(3)!.Name);
        Assert.Equal("RUN b", file.FindStep(5)!.ToString());
        Assert.Equal(1, file.StageOfStep(5)!.Index);
        Assert.Null(file.FindStep(6));
    }
}

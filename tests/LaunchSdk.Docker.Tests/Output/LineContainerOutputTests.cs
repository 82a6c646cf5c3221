using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LaunchSdk.Docker.Output;

namespace LaunchSdk.Docker.Tests.Output;

public sealed class LineContainerOutputTests
{
    [Fact]
    public void Lines_end_where_the_container_ended_them() =>
        Assert.Equal(
            [
                ("one", LineEnding.Newline),
                ("two", LineEnding.Newline),
                ("", LineEnding.Newline),
                ("10%", LineEnding.CarriageReturn),
                ("20%", LineEnding.Newline),
                ("rest", LineEnding.EndOfOutput),
            ],
            Lines(64, "one\ntwo\r\n\n10%\r20%\nrest")
        );

    [Fact]
    public void A_return_at_the_end_of_a_piece_is_decided_with_the_next() =>
        Assert.Equal(
            [("a", LineEnding.Newline), ("b", LineEnding.CarriageReturn), ("c", LineEnding.CarriageReturn)],
            Lines(64, "a\r", "\nb\r", "c\r")
        );

    [Fact]
    public void A_line_beyond_the_bound_is_cut_between_characters() =>
        Assert.Equal([("0123456789abcde", LineEnding.Cut), ("äöü", LineEnding.Newline)], Lines(16, "0123456789abcdeäöü\n"));

    [Fact]
    public void A_line_of_just_the_bound_is_not_cut() =>
        Assert.Equal([("0123456789abcdef", LineEnding.Newline)], Lines(16, "0123456789abcdef", "\n"));

    [Fact]
    public void The_two_streams_have_lines_of_their_own()
    {
        var lines = new List<OutputLine>();
        var output = LineContainerOutput.ForText(lines.Add);

        output.OnStdout("half"u8);
        output.OnStderr("whole\n"u8);
        output.OnStdout(" line\n"u8);

        Assert.Equal(
            [
                new OutputLine(OutputSource.Stderr, "whole", LineEnding.Newline),
                new OutputLine(OutputSource.Stdout, "half line", LineEnding.Newline),
            ],
            lines
        );
    }

    [Property(MaxTest = 300)]
    public Property Lines_do_not_depend_on_the_pieces() =>
        Prop.ForAll(
            Texts(),
            Gen.Choose(1, 7).ToArbitrary(),
            static (text, length) =>
            {
                var whole = Lines(16, text);
                var pieces = new List<(string, LineEnding)>();
                var output = Splitter(16, pieces);
                foreach (var piece in Encoding.UTF8.GetBytes(text).Chunk(length))
                {
                    output.OnStdout(piece);
                }

                output.Complete(null);

                Assert.Equal(whole, pieces);
                Assert.DoesNotContain(pieces, static line => line.Item1.Contains('\uFFFD', StringComparison.Ordinal));
            }
        );

    private static Arbitrary<string> Texts() =>
        Gen.ListOf(Gen.Elements("a", "bcdefghij", "ä", "€", "😀", "\r", "\n", "\r\n"))
            .Select(static parts => string.Concat(parts))
            .ToArbitrary();

    private static List<(string Text, LineEnding Ending)> Lines(int longest, params string[] pieces)
    {
        var lines = new List<(string, LineEnding)>();
        var output = Splitter(longest, lines);
        foreach (var piece in pieces)
        {
            output.OnStdout(Encoding.UTF8.GetBytes(piece));
        }

        output.Complete(null);
        return lines;
    }

    private static LineContainerOutput Splitter(int longest, List<(string, LineEnding)> lines) =>
        LineContainerOutput.ForText(line => lines.Add((line.Text, line.Ending)), longest);
}

using System.Globalization;
using LaunchSdk.BuildBenchmarks;

// `FILES MEBIBYTES ROUNDS` measures; the other two are what it starts.
switch (args)
{
    case ["stream", var directory, var socket, var cache]:
        await OwnWork.StreamAsync(directory, socket, cache);
        break;
    case ["digest", var directory, var cache]:
        await OwnWork.DigestAsync(directory, cache);
        break;
    case [var files, var mebibytes, var rounds]:
        await Comparison.RunAsync(Number(files), Number(mebibytes), Number(rounds));
        break;
    default:
        await Comparison.RunAsync(10_000, 1024, 5);
        break;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

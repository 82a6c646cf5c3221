using BenchmarkDotNet.Running;
using LaunchSdk.Benchmarks;
using LaunchSdk.Benchmarks.Paired;

switch (args)
{
    case ["paired", .. var rest]:
        return PairedMode.Run(rest);
    case [ColdStarts.Child, var number]:
        return ColdStarts.RunChild(number);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(BenchmarkSettings).Assembly).Run(args, new BenchmarkSettings());
        return 0;
}

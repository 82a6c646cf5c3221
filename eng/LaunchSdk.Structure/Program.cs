using System.Globalization;
using LaunchSdk.Structure;

// The numbers of the code's structure, as a table; the product has to be built with EmitCompilerGeneratedFiles=true before.
// `--pairs` lists each pair of folders that use each other, with the types that make it so.
var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "LaunchSdk.sln")))
{
    root =
        Path.GetDirectoryName(root)
        ?? throw new InvalidOperationException($"LaunchSdk.sln is in no folder above {AppContext.BaseDirectory}.");
}

string[] columns =
[
    "project",
    "files",
    "largest folder",
    "lines > 140",
    "files > 400",
    "?: per 1,000 methods",
    "nested ?:",
    "two-way folder pairs",
    "largest cycle",
    "methods without <param>",
    "without <returns>",
];
WriteRow(columns);
WriteRow(columns.Select(static _ => "---"));
foreach (var name in SourceProject.Names)
{
    var project = SourceProject.Load(root, name);
    var numbers = new CodeNumbers(project);
    var graph = new FolderGraph(project);
    var largest = graph.Cycles() is [var cycle, ..] ? cycle.Count : 0;
    object[] values =
    [
        name,
        numbers.Files,
        $"{numbers.LargestFolder.Folder} {numbers.LargestFolder.Files}",
        numbers.WideLines,
        numbers.LongFiles,
        1000 * numbers.Conditionals / numbers.Methods,
        numbers.NestedConditionals,
        graph.TwoWayPairs.Count(),
        largest,
        numbers.UndocumentedParameters,
        numbers.UndocumentedResults,
    ];
    WriteRow(values.Select(static value => Convert.ToString(value, CultureInfo.InvariantCulture)!));
    if (args.Contains("--pairs"))
    {
        foreach (var (first, second) in graph.TwoWayPairs)
        {
            Console.WriteLine($"  {first} -> {second}: {string.Join(' ', graph.Uses[(first, second)])}");
            Console.WriteLine($"  {second} -> {first}: {string.Join(' ', graph.Uses[(second, first)])}");
        }
    }
}

static void WriteRow(IEnumerable<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

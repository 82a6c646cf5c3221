using System.Text;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;

namespace LaunchSdk.Agent.Tests.Wandb.Emulator;

/// <summary>The schema file with what each field does; every operation is checked against it.</summary>
internal static class EmulatorSchema
{
    public static Schema Create(EmulatorState state, Func<string> address)
    {
        using var reader = new StreamReader(typeof(EmulatorSchema).Assembly.GetManifestResourceStream("wandb.graphql")!, Encoding.UTF8);
        var schema = Schema.For(
            reader.ReadToEnd(),
            builder =>
            {
                Queries(builder, state, address);
                Mutations(builder, state);
            }
        );
        schema.RegisterType(new JsonStringType());
        schema.Initialize();
        return schema;
    }

    private static void Queries(SchemaBuilder builder, EmulatorState state, Func<string> address)
    {
        On(builder, state, "Query", "project", _ => new { name = "model-registry" });
        On(builder, state, "Query", "entity", context => new { name = context.GetArgument<string>("name") });
        On(builder, state, "Query", "launchAgent", context => state.Agents.Find(agent => agent.Id == context.GetArgument<string>("id")));
        On(
            builder,
            state,
            "Query",
            "artifact",
            context => state.Artifacts.Values.FirstOrDefault(artifact => artifact.Id == context.GetArgument<string>("id"))
        );
        On(builder, state, "Project", "runQueues", _ => state.Queues.ToList());
        On(builder, state, "Project", "runQueue", context => state.Queues.Find(queue => queue.Name == context.GetArgument<string>("name")));
        On(builder, state, "Project", "run", context => state.Runs.Find(run => run.Name == context.GetArgument<string>("name")));
        On(
            builder,
            state,
            "Project",
            "artifactCollectionMembership",
            context => state.Artifacts.TryGetValue(context.GetArgument<string>("name"), out var artifact) ? new { artifact } : null
        );
        On(
            builder,
            state,
            "Entity",
            "defaultResourceConfig",
            context => state.Configs.GetValueOrDefault(context.GetArgument<string>("id"))
        );
        On(
            builder,
            state,
            "RunQueue",
            "runQueueItems",
            context => new
            {
                edges = ((EmulatedQueue)context.Source!)
                    .Items.Take(context.GetArgument("first", 100))
                    .Select(node => new { node })
                    .ToList(),
            }
        );
        On(
            builder,
            state,
            "RunQueue",
            "runQueueItem",
            context => ((EmulatedQueue)context.Source!).Items.Find(item => item.Id == context.GetArgument<string>("id"))
        );
        On(
            builder,
            state,
            "Artifact",
            "currentManifest",
            context => new
            {
                file = new
                {
                    name = "manifest",
                    directUrl = $"{address()}/files/{Uri.EscapeDataString(((EmulatedArtifact)context.Source!).Id)}/manifest",
                },
            }
        );
        On(
            builder,
            state,
            "Artifact",
            "files",
            context => Files((EmulatedArtifact)context.Source!, context.GetArgument<string?>("after"), address())
        );
    }

    private static void Mutations(SchemaBuilder builder, EmulatorState state)
    {
        Mutation(builder, state, "upsertModel", input => new { model = new { name = input["name"] } });
        Mutation(
            builder,
            state,
            "createDefaultResourceConfig",
            input => new
            {
                success = true,
                defaultResourceConfigID = state.AddConfig(
                    Text(input, "resource")!,
                    Text(input, "config")!,
                    Text(input, "templateVariables")
                ),
            }
        );
        Mutation(
            builder,
            state,
            "createRunQueue",
            input => new
            {
                success = true,
                queueID = state
                    .Upsert(Text(input, "queueName")!, Text(input, "defaultResourceConfigID"), Text(input, "prioritizationMode"))
                    .Id,
            }
        );
        Mutation(
            builder,
            state,
            "upsertRunQueue",
            input =>
            {
                if (state.ConfigErrors.Count == 0)
                {
                    state.Upsert(
                        Text(input, "queueName")!,
                        state.AddConfig(Text(input, "resourceType")!, Text(input, "resourceConfig")!, Text(input, "templateVariables")),
                        Text(input, "prioritizationMode")
                    );
                }

                return new { success = state.ConfigErrors.Count == 0, configSchemaValidationErrors = state.ConfigErrors };
            }
        );
        Mutation(
            builder,
            state,
            "deleteRunQueues",
            input => Success(state.Queues.RemoveAll(queue => ((IEnumerable<object?>)input["queueIDs"]!).Contains(queue.Id)) > 0)
        );
        Mutation(
            builder,
            state,
            "pushToRunQueueByName",
            input =>
                state.Push(
                    Text(input, "queueName")!,
                    Text(input, "runSpec")!,
                    (int?)input.GetValueOrDefault("priority"),
                    Text(input, "templateVariableValues")
                )
                    is { } item
                    ? new { runQueueItemId = item.Id, runSpec = item.RunSpec }
                    : null
        );
        Mutation(
            builder,
            state,
            "deleteFromRunQueue",
            input => Success(state.Queues.Any(queue => queue.Items.RemoveAll(item => item.Id == Text(input, "runQueueItemId")) > 0))
        );
        Mutation(
            builder,
            state,
            "popFromRunQueue",
            input => state.Pop(Text(input, "queueName")!) is { } item ? new { runQueueItemId = item.Id, runSpec = item.RunSpec } : null
        );
        Mutation(
            builder,
            state,
            "ackRunQueueItem",
            input =>
                OnItem(
                    state,
                    input,
                    item => item.State == "LEASED",
                    item => (item.State, item.AssociatedRunId) = ("CLAIMED", Text(input, "runName"))
                )
        );
        Mutation(
            builder,
            state,
            "failRunQueueItem",
            input =>
                OnItem(
                    state,
                    input,
                    item => item.State != "FAILED",
                    item => (item.State, item.Message, item.Stage) = ("FAILED", Text(input, "message"), Text(input, "stage"))
                )
        );
        Mutation(
            builder,
            state,
            "updateRunQueueItemWarning",
            input => OnItem(state, input, _ => true, item => item.Warning = Text(input, "message"))
        );
        Mutation(
            builder,
            state,
            "createLaunchAgent",
            input =>
            {
                var agent = new EmulatedAgent { Id = state.NewId("LaunchAgent"), Hostname = Text(input, "hostname")! };
                state.Agents.Add(agent);
                return new { launchAgentId = agent.Id };
            }
        );
        Mutation(
            builder,
            state,
            "updateLaunchAgent",
            input =>
            {
                var agent = state.Agents.Find(agent => agent.Id == Text(input, "launchAgentId"));
                agent?.AgentStatus = Text(input, "agentStatus");
                return Success(agent is not null);
            }
        );
        Mutation(
            builder,
            state,
            "stopRun",
            input =>
            {
                var run = state.Runs.Find(run => run.Id == Text(input, "id"));
                run?.Stopped = true;
                return Success(run is not null);
            }
        );
    }

    private static object OnItem(
        EmulatorState state,
        IDictionary<string, object?> input,
        Func<EmulatedItem, bool> may,
        Action<EmulatedItem> act
    )
    {
        var item = state.Queues.SelectMany(queue => queue.Items).FirstOrDefault(item => item.Id == Text(input, "runQueueItemId"));
        if (item is null || !may(item))
        {
            return Success(false);
        }

        act(item);
        return Success(true);
    }

    private static object Files(EmulatedArtifact artifact, string? after, string address)
    {
        const int Page = 3;
        var from = after is null ? 0 : int.Parse(after, System.Globalization.CultureInfo.InvariantCulture);
        var files = artifact
            .Files.Keys.Skip(from)
            .Take(Page)
            .Select(name => new
            {
                node = new
                {
                    name,
                    directUrl = $"{address}/files/{Uri.EscapeDataString(artifact.Id)}/content?name={Uri.EscapeDataString(name)}",
                },
            })
            .ToList();
        return new
        {
            pageInfo = new
            {
                hasNextPage = from + Page < artifact.Files.Count,
                endCursor = (from + Page).ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
            edges = files,
        };
    }

    private static object Success(bool success) => new { success };

    private static string? Text(IDictionary<string, object?> input, string key) =>
        input.TryGetValue(key, out var value) ? value?.ToString() : null;

    private static void Mutation(
        SchemaBuilder builder,
        EmulatorState state,
        string field,
        Func<Dictionary<string, object?>, object?> act
    ) =>
        On(
            builder,
            state,
            "Mutation",
            field,
            context => act(new Dictionary<string, object?>(context.GetArgument<IDictionary<string, object?>>("input")))
        );

    private static void On(
        SchemaBuilder builder,
        EmulatorState state,
        string type,
        string field,
        Func<IResolveFieldContext, object?> resolve
    ) => builder.Types.For(type).FieldFor(field).Resolver = new FuncFieldResolver<object?>(context => state.Locked(() => resolve(context)));

    private sealed class JsonStringType : StringGraphType
    {
        public JsonStringType() => Name = "JSONString";
    }
}

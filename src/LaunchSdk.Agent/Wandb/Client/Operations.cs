using System.Globalization;

namespace LaunchSdk.Agent.Wandb.Client;

/// <summary>The operations; docs/wandb.md says what each is for.</summary>
internal static class Operations
{
    /// <summary>How many items of a queue the server is asked for.</summary>
    public const int ItemsListed = 100;

    private static readonly string Items = string.Create(
        CultureInfo.InvariantCulture,
        $$"""runQueueItems(first:{{ItemsListed}}){edges{node{id state associatedRunId} } }"""
    );

    public const string CreateProject =
        "mutation($name:String!,$entity:String!){upsertModel(input:{name:$name,entityName:$entity}){model{name}}}";

    public const string UpsertQueue = """
        mutation($entity:String!,$project:String!,$queue:String!,$config:JSONString!,$variables:JSONString,$mode:RunQueuePrioritizationMode){
          upsertRunQueue(input:{entityName:$entity,projectName:$project,queueName:$queue,resourceType:"local-container",resourceConfig:$config,templateVariables:$variables,prioritizationMode:$mode}){
            success configSchemaValidationErrors}}
        """;

    public const string CreateConfig = """
        mutation($entity:String!,$config:JSONString!,$variables:JSONString){
          createDefaultResourceConfig(input:{entityName:$entity,resource:"local-container",config:$config,templateVariables:$variables}){success defaultResourceConfigID}}
        """;

    public const string CreateQueue = """
        mutation($entity:String!,$project:String!,$queue:String!,$mode:RunQueuePrioritizationMode,$config:ID){
          createRunQueue(input:{entityName:$entity,projectName:$project,queueName:$queue,access:PROJECT,prioritizationMode:$mode,defaultResourceConfigID:$config}){success}}
        """;

    public const string DeleteQueue = "mutation($id:ID!){deleteRunQueues(input:{queueIDs:[$id]}){success}}";

    public static readonly string Queues = $$"""
        query($entity:String!,$project:String!){
          project(name:$project,entityName:$entity){runQueues{id name defaultResourceConfigID prioritizationMode {{Items}} } } }
        """;

    public static readonly string Queue = $$"""
        query($entity:String!,$project:String!,$queue:String!){
          project(name:$project,entityName:$entity){runQueue(name:$queue){id defaultResourceConfigID prioritizationMode {{Items}} } } }
        """;

    public const string Config =
        "query($entity:String!,$id:ID!){entity(name:$entity){defaultResourceConfig(id:$id){config templateVariables{name schema}}}}";

    public const string Push = """
        mutation($entity:String!,$project:String!,$queue:String!,$runSpec:JSONString!,$priority:Int,$values:JSONString){
          pushToRunQueueByName(input:{entityName:$entity,projectName:$project,queueName:$queue,runSpec:$runSpec,priority:$priority,templateVariableValues:$values}){runQueueItemId}}
        """;

    public const string Item = """
        query($entity:String!,$project:String!,$queue:String!,$id:ID!){
          project(name:$project,entityName:$entity){runQueue(name:$queue){runQueueItem(id:$id){id state associatedRunId}}}}
        """;

    public const string DeleteItem = "mutation($queue:ID!,$id:ID!){deleteFromRunQueue(input:{queueID:$queue,runQueueItemId:$id}){success}}";

    public const string Pop = """
        mutation($entity:String!,$project:String!,$queue:String!,$agent:ID){
          popFromRunQueue(input:{entityName:$entity,projectName:$project,queueName:$queue,launchAgentId:$agent}){runQueueItemId runSpec}}
        """;

    public const string Acknowledge = "mutation($id:ID!,$run:String!){ackRunQueueItem(input:{runQueueItemId:$id,runName:$run}){success}}";

    public const string Fail = """
        mutation($id:ID!,$message:String!,$stage:String!,$files:[String!]){
          failRunQueueItem(input:{runQueueItemId:$id,message:$message,stage:$stage,filePaths:$files}){success}}
        """;

    public const string Warn = """
        mutation($id:ID!,$message:String!,$stage:String!,$files:[String!]){
          updateRunQueueItemWarning(input:{runQueueItemId:$id,message:$message,stage:$stage,filePaths:$files}){success}}
        """;

    public const string CreateAgent = """
        mutation($entity:String!,$project:String!,$queues:[ID!]!,$host:String!,$config:JSONString,$version:String){
          createLaunchAgent(input:{entityName:$entity,projectName:$project,runQueues:$queues,hostname:$host,agentConfig:$config,version:$version}){launchAgentId}}
        """;

    public const string Agent = "query($id:ID!){launchAgent(id:$id){stopPolling}}";

    public const string UpdateAgent =
        "mutation($id:ID!,$status:String){updateLaunchAgent(input:{launchAgentId:$id,agentStatus:$status}){success}}";

    public const string Run =
        "query($entity:String,$project:String,$run:String!){project(name:$project,entityName:$entity){run(name:$run){id stopped}}}";

    public const string StopRun = "mutation($id:ID!){stopRun(input:{id:$id}){success}}";

    public const string ArtifactByName = """
        query($entity:String!,$project:String!,$name:String!){
          project(name:$project,entityName:$entity){artifactCollectionMembership(name:$name){artifact{id state currentManifest{file{directUrl}}}}}}
        """;

    public const string ArtifactById = "query($id:ID!){artifact(id:$id){id state currentManifest{file{directUrl}}}}";

    public const string ArtifactFiles = """
        query($id:ID!,$after:String){
          artifact(id:$id){files(after:$after,first:1000){pageInfo{hasNextPage endCursor} edges{node{name directUrl}}}}}
        """;
}

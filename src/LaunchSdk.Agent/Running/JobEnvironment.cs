namespace LaunchSdk.Agent.Running;

/// <summary>Makes the variables that a job's container gets beside its queue's, once its run id and image are known.</summary>
/// <param name="job">The job.</param>
internal delegate IEnumerable<KeyValuePair<string, string>> JobEnvironment(JobContext job);

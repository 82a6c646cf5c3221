namespace LaunchSdk.Testing;

/// <summary>
/// Files with one mistake that a machine can mend, each kind of mistake in each form of file: what the tool writes and what the editor's
/// fix writes.
/// </summary>
internal static class EditCases
{
    private const string Builder = "  destination: reg.example.com/x\n";

    public static TheoryData<string, string, string> All { get; } =
        new()
        {
            // A key that is like one there is.
            { "queue.yaml", "memroy: 1g # big\n", "memory: 1g # big\n" },
            { "queue.yaml", "{memroy: 1g, cpus: 2}\n", "{memory: 1g, cpus: 2}\n" },
            { "queue.json", """{"memroy": "1g", "cpus": 2}""", """{"memory": "1g", "cpus": 2}""" },
            {
                "queue.yaml",
                "queue: q\nresource_arg: {local-container: {gpus: all}}\n",
                "queue: q\nresource_args: {local-container: {gpus: all}}\n"
            },
            { "agent.yaml", "entity: e\nqueues: [q]\nmax_job: 2\n", "entity: e\nqueues: [q]\nmax_jobs: 2\n" },
            { "agent.json", """{"entity": "e", "queues": ["q"], "max_job": 2}""", """{"entity": "e", "queues": ["q"], "max_jobs": 2}""" },
            { "job.yaml", "docker: {docker_image: x}\nprojct: p\n", "docker: {docker_image: x}\nproject: p\n" },
            { "job.json", """{"docker": {"docker_image": "x"}, "projct": "p"}""", """{"docker": {"docker_image": "x"}, "project": "p"}""" },
            // A macro that is like one there is.
            { "queue.yaml", "name: job-${run_ide}\n", "name: job-${run_id}\n" },
            { "queue.yaml", "{label: ['a=${run_ide}', b=c]}\n", "{label: ['a=${run_id}', b=c]}\n" },
            { "queue.json", """{"name": "job-${run_ide}"}""", """{"name": "job-${run_id}"}""" },
            {
                "queue.yaml",
                "queue: q\ntemplate_variables: {memory: {schema: {type: string, default: 1g}}}\nresource_args: {local-container: {memory: '{{memroy}}'}}\n",
                "queue: q\ntemplate_variables: {memory: {schema: {type: string, default: 1g}}}\nresource_args: {local-container: {memory: '{{memory}}'}}\n"
            },
            // A word that is like one of those allowed.
            { "queue.yaml", "pull: alway\n", "pull: always\n" },
            { "queue.yaml", "{cpus: 1, pull: 'alway'}\n", "{cpus: 1, pull: 'always'}\n" },
            { "queue.json", """{"pull": "alway"}""", """{"pull": "always"}""" },
            {
                "agent.yaml",
                "entity: e\nqueues: [q]\nbuilder:\n  type: dockr\n" + Builder,
                "entity: e\nqueues: [q]\nbuilder:\n  type: docker\n" + Builder
            },
            {
                "agent.json",
                """{"entity": "e", "queues": ["q"], "builder": {"type": "dockr"}}""",
                """{"entity": "e", "queues": ["q"], "builder": {"type": "docker"}}"""
            },
            // One value where a list belongs, and a list where one value does.
            { "agent.yaml", "entity: e\nqueues: q # mine\n", "entity: e\nqueues: [q] # mine\n" },
            { "agent.yaml", "{entity: e, queues: q}\n", "{entity: e, queues: [q]}\n" },
            { "agent.json", """{"entity": "e", "queues": "q"}""", """{"entity": "e", "queues": ["q"]}""" },
            { "queue.yaml", "memory: [1g]\n", "memory: 1g\n" },
            { "queue.yaml", "memory:\n  - 1g # enough\n", "memory: 1g # enough\n" },
            { "queue.json", """{"memory": ["1g"]}""", """{"memory": "1g"}""" },
            // A word that YAML may read as something else.
            { "queue.yaml", "label:\n  - a=b\n  - no\n", "label:\n  - a=b\n  - \"no\"\n" },
            { "queue.yaml", "label: [a=b, no]\n", "label: [a=b, \"no\"]\n" },
            // Tabs.
            { "queue.yaml", "env:\n\t- A=1\n", "env:\n  - A=1\n" },
            // A volume in env.
            { "queue.yaml", "e: /data:/data\n", "v: /data:/data\n" },
            { "queue.yaml", "{e: '/data:/data', cpus: 1}\n", "{v: '/data:/data', cpus: 1}\n" },
            { "queue.json", """{"env": "/data:/data"}""", """{"volume": "/data:/data"}""" },
            // Devices without the quotes that docker needs.
            { "queue.yaml", "gpus: device=0,1\n", "gpus: '\"device=0,1\"'\n" },
            { "queue.yaml", "{gpus: 'device=0,1'}\n", "{gpus: '\"device=0,1\"'}\n" },
            { "queue.yaml", "gpus: \"device=0,1\"\n", "gpus: \"\\\"device=0,1\\\"\"\n" },
            { "queue.json", """{"gpus": "device=0,1"}""", """{"gpus": "\"device=0,1\""}""" },
            // A key that stands twice.
            { "queue.yaml", "cpus: 1\nmemory: 1g\ncpus: 2\n", "memory: 1g\ncpus: 2\n" },
            { "queue.yaml", "{cpus: 1, memory: 1g, cpus: 2}\n", "{memory: 1g, cpus: 2}\n" },
            { "queue.json", """{"cpus": 1, "memory": "1g", "cpus": 2}""", """{"memory": "1g", "cpus": 2}""" },
            { "agent.yaml", "entity: e\nqueues: [a]\nqueues: [b]\n", "entity: e\nqueues: [b]\n" },
            {
                "job.json",
                """{"project": "p", "docker": {"docker_image": "x"}, "project": "q"}""",
                """{"docker": {"docker_image": "x"}, "project": "q"}"""
            },
            // Sizes, durations and flags in other spellings.
            { "queue.yaml", "memory: 512mb2\n", "memory: 512m\n" },
            { "queue.yaml", "{shm-size: 1gig, cpus: 1}\n", "{shm-size: 1g, cpus: 1}\n" },
            { "queue.yaml", "memory: '1 gig' # here\n", "memory: '1g' # here\n" },
            { "queue.json", """{"memory": "512mb2"}""", """{"memory": "512m"}""" },
            { "queue.yaml", "health-interval: 30\n", "health-interval: \"30s\"\n" },
            { "queue.json", """{"health-interval": "1.5 h"}""", """{"health-interval": "1.5h"}""" },
            { "queue.yaml", "rm: \"true\"\n", "rm: true\n" },
            { "queue.json", """{"rm": "yes"}""", """{"rm": true}""" },
            // Older keys.
            { "agent.yaml", "entity: e\nqueue: q\n", "entity: e\nqueues: [q]\n" },
            { "agent.json", """{"entity": "e", "queue": "q"}""", """{"entity": "e", "queues": ["q"]}""" },
            {
                "agent.yaml",
                "entity: e\nqueues: [q]\nregistry:\n  uri: reg.example.com/x # ours\n",
                "entity: e\nqueues: [q]\nbuilder:\n  destination: reg.example.com/x # ours\n"
            },
            {
                "agent.yaml",
                "entity: e\nregistry:\n  # where images go\n  uri: reg.example.com/x\nqueues: [q]\nbuilder:\n  type: docker\n",
                "entity: e\n# where images go\nqueues: [q]\nbuilder:\n  type: docker\n  destination: reg.example.com/x\n"
            },
            {
                "agent.yaml",
                "{entity: e, queues: [q], registry: {uri: reg.example.com/x}}\n",
                "{entity: e, queues: [q], builder: {destination: reg.example.com/x}}\n"
            },
            {
                "agent.json",
                """{"entity": "e", "queues": ["q"], "registry": {"uri": "reg.example.com/x"}, "builder": {"type": "docker"}}""",
                """{"entity": "e", "queues": ["q"], "builder": {"type": "docker", "destination": "reg.example.com/x"}}"""
            },
            { "queue.yaml", "gpus: all\nbuilder:\n  cuda: {base_image: x}\n", "gpus: all\nbuilder:\n  accelerator: {base_image: x}\n" },
            { "queue.json", """{"builder": {"cuda": {"base_image": "x"}}}""", """{"builder": {"accelerator": {"base_image": "x"}}}""" },
            {
                "agent.yaml",
                "entity: e\nqueues: [q]\nregistry:\n  type: gcr\n  uri: us-docker.pkg.dev/p/r/i\n",
                "entity: e\nqueues: [q]\nbuilder:\n  destination: us-docker.pkg.dev/p/r/i\n"
            },
            {
                "agent.yaml",
                "entity: e\nqueues: [q]\nregistry: {uri: reg.example.com/x}\nbuilder: {destination: reg.example.com/x}\n",
                "entity: e\nqueues: [q]\nbuilder: {destination: reg.example.com/x}\n"
            },
            // Jobs, and what has no other form yet.
            {
                "job.yaml",
                "docker: {docker_image: x}\nproject: p\npriority: hgh\n",
                "docker: {docker_image: x}\nproject: p\npriority: high\n"
            },
            { "job.yaml", "docker: {docker_image: x}\noverrides: {args: a}\n", "docker: {docker_image: x}\noverrides: {args: [a]}\n" },
            {
                "job.yaml",
                "docker: {docker_image: x}\nresource_args: {local-container: {memory: 512mb2}}\n",
                "docker: {docker_image: x}\nresource_args: {local-container: {memory: 512m}}\n"
            },
            {
                "job.json",
                """{"docker": {"docker_image": "x"}, "resource_args": {"local-container": {"pull": "alway"}}}""",
                """{"docker": {"docker_image": "x"}, "resource_args": {"local-container": {"pull": "always"}}}"""
            },
            { "queue.yaml", "{health-interval: 1.5 h, cpus: 1}\n", "{health-interval: 1.5h, cpus: 1}\n" },
            { "queue.yaml", "{rm: 'true', cpus: 1}\n", "{rm: true, cpus: 1}\n" },
            // Nothing else changes: line ends, the missing last one, a mark at the start, letters outside ASCII, what stands behind.
            { "queue.yaml", "cpus: 2\r\nmemory: 512mb2 # small\r\n", "cpus: 2\r\nmemory: 512m # small\r\n" },
            { "queue.yaml", "cpus: 2\nmemory: 512mb2", "cpus: 2\nmemory: 512m" },
            { "queue.yaml", "\uFEFFmemory: 512mb2\n", "\uFEFFmemory: 512m\n" },
            {
                "queue.yaml",
                "{label: 'größe=\U0001F600', memory: 512mb2, cpus: 1} # ж\n",
                "{label: 'größe=\U0001F600', memory: 512m, cpus: 1} # ж\n"
            },
            {
                "queue.json",
                "{\"label\": \"gr\u00f6\u00dfe=\U0001F600\",\r\n\t\"memory\": \"512mb2\"}\r\n",
                "{\"label\": \"gr\u00f6\u00dfe=\U0001F600\",\r\n\t\"memory\": \"512m\"}\r\n"
            },
        };

    /// <summary>Mistakes that no edit may touch: the change would reach another place, lose something, or say what nobody meant.</summary>
    public static TheoryData<string, string> Refused { get; } =
        new()
        {
            { "queue.yaml", "memory: |\n  512mb2\n" },
            { "queue.yaml", "memory: xyzzy\n" },
            { "queue.yaml", "memory: [1g, 2g]\n" },
            { "agent.yaml", "entity: e\nqueues: [q]\nregistry: {uri: reg.example.com/x}\nbuilder: {destination: reg.example.com/y}\n" },
            { "agent.yaml", "entity: e\nqueues: [q]\nregistry: {type: ecr, uri: reg.example.com/x}\n" },
            { "agent.yaml", "entity: e\nqueue: a\nqueues: [b]\n" },
        };

    /// <summary>The kind of file that a path of a case stands for.</summary>
    public static string KindOf(string path) => Path.GetFileNameWithoutExtension(path);
}

namespace LaunchSdk.Values;

/// <summary>The capabilities of Linux by name.</summary>
public sealed partial class Capability
{
    /// <summary>Switches kernel auditing on and off and changes its rules.</summary>
    public static Capability AuditControl { get; } = new("AUDIT_CONTROL");

    /// <summary>Reads the audit log by multicast.</summary>
    public static Capability AuditRead { get; } = new("AUDIT_READ");

    /// <summary>Writes records to the audit log; docker grants it by default.</summary>
    public static Capability AuditWrite { get; } = new("AUDIT_WRITE");

    /// <summary>Keeps the machine from suspending.</summary>
    public static Capability BlockSuspend { get; } = new("BLOCK_SUSPEND");

    /// <summary>Loads BPF programs and creates maps.</summary>
    public static Capability Bpf { get; } = new("BPF");

    /// <summary>Checkpoints and restores processes.</summary>
    public static Capability CheckpointRestore { get; } = new("CHECKPOINT_RESTORE");

    /// <summary>Changes owners of files; docker grants it by default.</summary>
    public static Capability Chown { get; } = new("CHOWN");

    /// <summary>Passes permission checks of files; docker grants it by default.</summary>
    public static Capability DacOverride { get; } = new("DAC_OVERRIDE");

    /// <summary>Passes permission checks of reading files and searching folders.</summary>
    public static Capability DacReadSearch { get; } = new("DAC_READ_SEARCH");

    /// <summary>Acts as the owner of every file; docker grants it by default.</summary>
    public static Capability Fowner { get; } = new("FOWNER");

    /// <summary>Keeps set-id bits when a file changes; docker grants it by default.</summary>
    public static Capability Fsetid { get; } = new("FSETID");

    /// <summary>Locks memory: RDMA and pinned buffers need it.</summary>
    public static Capability IpcLock { get; } = new("IPC_LOCK");

    /// <summary>Passes permission checks of System V IPC.</summary>
    public static Capability IpcOwner { get; } = new("IPC_OWNER");

    /// <summary>Signals processes of other users; docker grants it by default.</summary>
    public static Capability Kill { get; } = new("KILL");

    /// <summary>Takes leases on every file.</summary>
    public static Capability Lease { get; } = new("LEASE");

    /// <summary>Sets the append-only and immutable flags of files.</summary>
    public static Capability LinuxImmutable { get; } = new("LINUX_IMMUTABLE");

    /// <summary>Changes the mandatory access control of Smack.</summary>
    public static Capability MacAdmin { get; } = new("MAC_ADMIN");

    /// <summary>Overrides the mandatory access control of Smack.</summary>
    public static Capability MacOverride { get; } = new("MAC_OVERRIDE");

    /// <summary>Makes device files; docker grants it by default.</summary>
    public static Capability Mknod { get; } = new("MKNOD");

    /// <summary>Configures networks.</summary>
    public static Capability NetAdmin { get; } = new("NET_ADMIN");

    /// <summary>Listens on ports below 1024; docker grants it by default.</summary>
    public static Capability NetBindService { get; } = new("NET_BIND_SERVICE");

    /// <summary>Broadcasts, and listens to multicasts.</summary>
    public static Capability NetBroadcast { get; } = new("NET_BROADCAST");

    /// <summary>Opens raw sockets; docker grants it by default.</summary>
    public static Capability NetRaw { get; } = new("NET_RAW");

    /// <summary>Measures the machine: perf and its like.</summary>
    public static Capability Perfmon { get; } = new("PERFMON");

    /// <summary>Sets capabilities of files; docker grants it by default.</summary>
    public static Capability Setfcap { get; } = new("SETFCAP");

    /// <summary>Changes group ids; docker grants it by default.</summary>
    public static Capability Setgid { get; } = new("SETGID");

    /// <summary>Hands on capabilities; docker grants it by default.</summary>
    public static Capability Setpcap { get; } = new("SETPCAP");

    /// <summary>Changes user ids; docker grants it by default.</summary>
    public static Capability Setuid { get; } = new("SETUID");

    /// <summary>Reads the kernel's log.</summary>
    public static Capability Syslog { get; } = new("SYSLOG");

    /// <summary>Mounts and many other acts of administration.</summary>
    public static Capability SysAdmin { get; } = new("SYS_ADMIN");

    /// <summary>Restarts the machine and loads another kernel.</summary>
    public static Capability SysBoot { get; } = new("SYS_BOOT");

    /// <summary>Changes the root folder; docker grants it by default.</summary>
    public static Capability SysChroot { get; } = new("SYS_CHROOT");

    /// <summary>Loads and unloads kernel modules.</summary>
    public static Capability SysModule { get; } = new("SYS_MODULE");

    /// <summary>Raises priorities and sets CPU affinity.</summary>
    public static Capability SysNice { get; } = new("SYS_NICE");

    /// <summary>Switches process accounting on and off.</summary>
    public static Capability SysPacct { get; } = new("SYS_PACCT");

    /// <summary>Traces other processes: debuggers and profilers need it.</summary>
    public static Capability SysPtrace { get; } = new("SYS_PTRACE");

    /// <summary>Reads and writes ports and raw devices.</summary>
    public static Capability SysRawio { get; } = new("SYS_RAWIO");

    /// <summary>Passes resource limits.</summary>
    public static Capability SysResource { get; } = new("SYS_RESOURCE");

    /// <summary>Sets the clock.</summary>
    public static Capability SysTime { get; } = new("SYS_TIME");

    /// <summary>Configures terminals.</summary>
    public static Capability SysTtyConfig { get; } = new("SYS_TTY_CONFIG");

    /// <summary>Sets timers that wake the machine.</summary>
    public static Capability WakeAlarm { get; } = new("WAKE_ALARM");

    /// <summary>All names without <c>CAP_</c>; <c>ALL</c> is not among them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "AUDIT_CONTROL",
        "AUDIT_READ",
        "AUDIT_WRITE",
        "BLOCK_SUSPEND",
        "BPF",
        "CHECKPOINT_RESTORE",
        "CHOWN",
        "DAC_OVERRIDE",
        "DAC_READ_SEARCH",
        "FOWNER",
        "FSETID",
        "IPC_LOCK",
        "IPC_OWNER",
        "KILL",
        "LEASE",
        "LINUX_IMMUTABLE",
        "MAC_ADMIN",
        "MAC_OVERRIDE",
        "MKNOD",
        "NET_ADMIN",
        "NET_BIND_SERVICE",
        "NET_BROADCAST",
        "NET_RAW",
        "PERFMON",
        "SETFCAP",
        "SETGID",
        "SETPCAP",
        "SETUID",
        "SYSLOG",
        "SYS_ADMIN",
        "SYS_BOOT",
        "SYS_CHROOT",
        "SYS_MODULE",
        "SYS_NICE",
        "SYS_PACCT",
        "SYS_PTRACE",
        "SYS_RAWIO",
        "SYS_RESOURCE",
        "SYS_TIME",
        "SYS_TTY_CONFIG",
        "WAKE_ALARM",
    ];
}

using System.Globalization;
using LaunchSdk.Agent.Queues.Storage;
using Npgsql;

namespace LaunchSdk.Agent.Queues.Postgres;

/// <summary>The tables in their schema, and how an older one becomes a current one.</summary>
internal sealed class PostgresSchema
{
    // Any number will do that every LaunchSdk takes and nobody else: "launchsd" in ASCII.
    private const long MigrationLock = 0x6c61756e63687364;

    private readonly string _name;
    private readonly string _quoted;

    /// <summary>Names the schema.</summary>
    public PostgresSchema(string name)
    {
        (_name, _quoted) = (name, '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"');
        Sql = new QueueSql(
            _quoted + ".",
            now: $"{_quoted}.now_us()",
            forUpdate: " FOR UPDATE",
            skipLocked: " FOR UPDATE SKIP LOCKED",
            forShare: "",
            texts: "SELECT json_array_elements_text($1::json)",
            submitter: null
        );
    }

    public QueueSql Sql { get; }

    /// <summary>Asks for the end of the item <c>$1</c> where this session's user submitted it; tells whether it did.</summary>
    public string StopOwn => $"SELECT 1 WHERE {_quoted}.stop_own($1)";

    /// <summary>The channel of NOTIFY: other schemas of the database have their own.</summary>
    public string Channel => $"\"launchsdk:{_name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // Each entry leads from the version of its index to the next one; entries are added, never changed.
    // Items get their submitter, time and rank from the server, whatever a client says; so a submitter needs no right to lock or change a
    // queue. now_us is called stable although time goes on within a statement: else no index would be used with it.
    // Queues come and go quickly, so dead rows are cleaned up long before a fifth of the table is dead.
    private string[] Steps =>
        [
            $$"""
                CREATE FUNCTION {{_quoted}}.now_us() RETURNS bigint LANGUAGE sql STABLE AS $body$ SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint $body$;
                CREATE TABLE {{_quoted}}.queues (
                  name text NOT NULL PRIMARY KEY, definition text NOT NULL, priorities bigint NOT NULL, revision text NOT NULL, updated_at bigint NOT NULL
                );
                CREATE TABLE {{_quoted}}.items (
                  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text NOT NULL UNIQUE, queue text NOT NULL REFERENCES {{_quoted}}.queues, job text NOT NULL, state text NOT NULL DEFAULT 'queued',
                  asked bigint NOT NULL, rank bigint NOT NULL, submitted_at bigint NOT NULL, attempt bigint NOT NULL DEFAULT 0, agent text, run_id text, token text,
                  lease_until bigint, started_at bigint, ended_at bigint, stop_requested bigint NOT NULL DEFAULT 0, note text, message text, stage bigint, exit_code bigint, log_tail text
                ) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0.05);
                CREATE INDEX items_waiting ON {{_quoted}}.items (queue, rank, seq) WHERE state = 'queued';
                CREATE INDEX items_pending ON {{_quoted}}.items (queue, lease_until) WHERE state = 'pending';
                CREATE INDEX items_taken ON {{_quoted}}.items (agent) WHERE state IN ('pending', 'running');
                CREATE INDEX items_by_state ON {{_quoted}}.items (queue, state, seq);
                CREATE FUNCTION {{_quoted}}.tell() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN PERFORM pg_notify('launchsdk:' || TG_TABLE_SCHEMA, ''); RETURN NULL; END $body$;
                CREATE TRIGGER told_of_pushes AFTER INSERT ON {{_quoted}}.items FOR EACH STATEMENT EXECUTE FUNCTION {{_quoted}}.tell();
                CREATE TRIGGER told_of_changes AFTER UPDATE OF state, stop_requested ON {{_quoted}}.items FOR EACH ROW
                  WHEN ((NEW.state <> OLD.state AND NEW.state NOT IN ('pending', 'running')) OR NEW.stop_requested <> OLD.stop_requested) EXECUTE FUNCTION {{_quoted}}.tell();
                """,
            $$"""
                ALTER TABLE {{_quoted}}.items ADD COLUMN machine text, ADD COLUMN submitted_by text, ADD COLUMN client text;
                CREATE TABLE {{_quoted}}.agents (
                  name text NOT NULL PRIMARY KEY, machine text NOT NULL, machine_id text NOT NULL, process text NOT NULL, version text NOT NULL, queues text NOT NULL, slots bigint NOT NULL,
                  state text NOT NULL, token text NOT NULL, since bigint NOT NULL, seen_at bigint NOT NULL, lease_until bigint NOT NULL
                ) WITH (fillfactor = 50);
                """,
            $$"""
                CREATE INDEX items_ended ON {{_quoted}}.items (ended_at) WHERE ended_at IS NOT NULL;
                CREATE FUNCTION {{_quoted}}.enter() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$ BEGIN
                  SELECT CASE WHEN priorities = 1 THEN NEW.asked ELSE {{(int)
                    JobPriority.Medium}} END INTO NEW.rank FROM {{_quoted}}.queues WHERE name = NEW.queue FOR SHARE;
                  NEW.submitted_at := {{_quoted}}.now_us();
                  NEW.submitted_by := session_user;
                  RETURN NEW;
                END $body$;
                CREATE TRIGGER entered BEFORE INSERT ON {{_quoted}}.items FOR EACH ROW EXECUTE FUNCTION {{_quoted}}.enter();
                CREATE FUNCTION {{_quoted}}.stop_own(item text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$ BEGIN
                  UPDATE {{_quoted}}.items SET stop_requested = 1 WHERE id = item AND submitted_by = session_user AND ended_at IS NULL;
                  RETURN FOUND;
                END $body$;
                ALTER TABLE {{_quoted}}.items ENABLE ROW LEVEL SECURITY;
                CREATE POLICY items_are_read ON {{_quoted}}.items FOR SELECT USING (true);
                CREATE POLICY items_are_new ON {{_quoted}}.items FOR INSERT WITH CHECK (state = 'queued' AND agent IS NULL AND token IS NULL);
                CREATE POLICY items_are_worked_on ON {{_quoted}}.items FOR UPDATE USING (true);
                CREATE POLICY items_have_ended ON {{_quoted}}.items FOR DELETE USING (state IN ('finished', 'failed', 'killed'));
                """,
        ];

    /// <summary>Brings the schema to this version; others that do the same wait for the first.</summary>
    public async Task MigrateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await VersionAsync(connection, cancellationToken).ConfigureAwait(false) == Steps.Length)
        {
            return;
        }

        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await ExecuteAsync(connection, Text($"SELECT pg_advisory_xact_lock({MigrationLock})"), cancellationToken).ConfigureAwait(false);
            var version = await VersionAsync(connection, cancellationToken).ConfigureAwait(false);
            if (version > Steps.Length)
            {
                throw new RunQueueDeniedException(
                    $"the schema '{_name}' was made by a newer LaunchSdk (version {version}, this one knows {Steps.Length}): update LaunchSdk, or name another schema"
                );
            }

            await UpdateAsync(connection, version, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task UpdateAsync(NpgsqlConnection connection, int version, CancellationToken cancellationToken)
    {
        try
        {
            if (version == 0 && !await ExistsAsync(connection, cancellationToken).ConfigureAwait(false))
            {
                await ExecuteAsync(connection, $"CREATE SCHEMA {_quoted}", cancellationToken).ConfigureAwait(false);
            }

            foreach (var step in Steps.Skip(version))
            {
                await ExecuteAsync(connection, step, cancellationToken).ConfigureAwait(false);
            }

            if (version < Steps.Length)
            {
                await ExecuteAsync(
                        connection,
                        Text(
                            $"CREATE TABLE IF NOT EXISTS {_quoted}.version (number bigint NOT NULL); DELETE FROM {_quoted}.version; INSERT INTO {_quoted}.version VALUES ({Steps.Length})"
                        ),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege && version > 0)
        {
            // ALTER TABLE is the owner's alone; no GRANT gives it.
            throw new RunQueueDeniedException(
                Text(
                    $"the schema '{_name}' is of version {version}, this LaunchSdk needs version {Steps.Length}, and this user may not change it ({e.MessageText}): let the owner of its tables run this LaunchSdk once, such as launch queue list"
                ),
                e
            );
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static async Task<object?> ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken,
        params string[] values
    )
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            foreach (var value in values)
            {
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
            }

            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> ExistsAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await ExecuteAsync(connection, "SELECT 1 FROM pg_namespace WHERE nspname = $1", cancellationToken, _name).ConfigureAwait(false)
            is not null;

    private async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await ExecuteAsync(connection, "SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'version'", cancellationToken, _name)
            .ConfigureAwait(false)
            is null
            ? 0
            : (int)
                (long)(
                    await ExecuteAsync(connection, $"SELECT number FROM {_quoted}.version", cancellationToken).ConfigureAwait(false) ?? 0L
                );
}

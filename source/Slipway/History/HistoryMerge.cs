using Microsoft.Data.Sqlite;

namespace Slipway.History;

/// <summary>Takes over what another history has, and what it has imported later. Texts have other numbers there, and so have runs and tests.</summary>
internal static class HistoryMerge
{
    private const string Merge = """
        CREATE TEMP TABLE text_map (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
        INSERT OR IGNORE INTO main.text (value) SELECT value FROM other.text;
        INSERT INTO text_map SELECT o.id, m.id FROM other.text AS o JOIN main.text AS m ON m.value = o.value;

        -- Runs of a desk have no name: one that began at the same millisecond on the same machine is the same.
        CREATE TEMP TABLE run_map (old INTEGER PRIMARY KEY, new INTEGER);
        INSERT INTO run_map
        SELECT r.id, CASE WHEN r.external_id IS NULL
            THEN (SELECT x.id FROM main.run AS x WHERE x.started = r.started AND x.external_id IS NULL AND x.machine = machine.new AND x.duration_ms = r.duration_ms)
            ELSE (SELECT x.id FROM main.run AS x WHERE x.source = source.new AND x.external_id = r.external_id AND x.attempt = r.attempt) END
        FROM other.run AS r JOIN text_map AS machine ON machine.old = r.machine LEFT JOIN text_map AS source ON source.old = r.source;
        CREATE TEMP TABLE new_run AS SELECT old, row_number() OVER (ORDER BY old) + (SELECT coalesce(max(id), 0) FROM main.run) AS new FROM run_map WHERE new IS NULL;
        INSERT INTO main.run (id, started, duration_ms, commit_id, branch, verdict, machine, source, external_id, attempt, event, workflow, url, queue_ms, imported)
        SELECT n.new, r.started, r.duration_ms, r.commit_id, branch.new, verdict.new, machine.new, source.new, r.external_id, r.attempt, event.new, workflow.new, r.url, r.queue_ms, r.imported
        FROM new_run AS n JOIN other.run AS r ON r.id = n.old
        JOIN text_map AS verdict ON verdict.old = r.verdict
        JOIN text_map AS machine ON machine.old = r.machine
        LEFT JOIN text_map AS branch ON branch.old = r.branch
        LEFT JOIN text_map AS source ON source.old = r.source
        LEFT JOIN text_map AS event ON event.old = r.event
        LEFT JOIN text_map AS workflow ON workflow.old = r.workflow;
        CREATE TEMP TABLE newer_run AS
        SELECT old, new
        FROM run_map JOIN other.run AS r ON r.id = run_map.old JOIN main.run AS x ON x.id = run_map.new
        WHERE r.external_id IS NOT NULL AND r.imported > x.imported;
        UPDATE main.run SET
            started = r.started, duration_ms = r.duration_ms, commit_id = r.commit_id, branch = branch.new, verdict = verdict.new, event = event.new,
            workflow = workflow.new, url = r.url, queue_ms = r.queue_ms, imported = r.imported
        FROM newer_run AS n JOIN other.run AS r ON r.id = n.old
        JOIN text_map AS verdict ON verdict.old = r.verdict
        LEFT JOIN text_map AS branch ON branch.old = r.branch
        LEFT JOIN text_map AS event ON event.old = r.event
        LEFT JOIN text_map AS workflow ON workflow.old = r.workflow
        WHERE run.id = n.new;
        DELETE FROM main.job_run WHERE run IN (SELECT new FROM newer_run);
        INSERT INTO main.target_run (run, name, stage, status, duration_ms)
        SELECT n.new, name.new, stage.new, status.new, t.duration_ms
        FROM new_run AS n JOIN other.target_run AS t ON t.run = n.old
        JOIN text_map AS name ON name.old = t.name JOIN text_map AS status ON status.old = t.status LEFT JOIN text_map AS stage ON stage.old = t.stage;
        INSERT INTO main.run_figure (run, gate, name, unit, value)
        SELECT n.new, gate.new, name.new, unit.new, f.value
        FROM new_run AS n JOIN other.run_figure AS f ON f.run = n.old
        JOIN text_map AS gate ON gate.old = f.gate JOIN text_map AS name ON name.old = f.name JOIN text_map AS unit ON unit.old = f.unit;
        INSERT INTO main.job_run (run, position, name, conclusion, duration_ms, queue_ms)
        SELECT n.new, j.position, name.new, conclusion.new, j.duration_ms, j.queue_ms
        FROM (SELECT old, new FROM new_run UNION ALL SELECT old, new FROM newer_run) AS n JOIN other.job_run AS j ON j.run = n.old
        JOIN text_map AS name ON name.old = j.name JOIN text_map AS conclusion ON conclusion.old = j.conclusion;

        INSERT INTO main.test (suite, package, program, name, seen)
        SELECT suite.new, package.new, program.new, t.name, t.seen
        FROM other.test AS t JOIN text_map AS suite ON suite.old = t.suite JOIN text_map AS package ON package.old = t.package JOIN text_map AS program ON program.old = t.program
        WHERE true
        ON CONFLICT DO UPDATE SET seen = max(seen, excluded.seen);
        INSERT INTO main.code (tree, toolchain, os, seen)
        SELECT c.tree, toolchain.new, os.new, c.seen
        FROM other.code AS c JOIN text_map AS toolchain ON toolchain.old = c.toolchain JOIN text_map AS os ON os.old = c.os
        WHERE true
        ON CONFLICT DO UPDATE SET seen = max(seen, excluded.seen);
        CREATE TEMP TABLE test_map AS
        SELECT t.id AS old, m.id AS new
        FROM other.test AS t JOIN text_map AS suite ON suite.old = t.suite JOIN text_map AS package ON package.old = t.package JOIN text_map AS program ON program.old = t.program
        JOIN main.test AS m ON m.suite = suite.new AND m.package = package.new AND m.program = program.new AND m.name = t.name;
        CREATE TEMP TABLE code_map AS
        SELECT c.id AS old, m.id AS new
        FROM other.code AS c JOIN text_map AS toolchain ON toolchain.old = c.toolchain JOIN text_map AS os ON os.old = c.os
        JOIN main.code AS m ON m.tree = c.tree AND m.toolchain = toolchain.new AND m.os = os.new;
        INSERT INTO main.test_outcome (test, code, attempt, outcome, duration_ms, recorded)
        SELECT test_map.new, code_map.new, o.attempt, outcome.new, o.duration_ms, o.recorded
        FROM other.test_outcome AS o
        JOIN test_map ON test_map.old = o.test JOIN code_map ON code_map.old = o.code JOIN text_map AS outcome ON outcome.old = o.outcome
        WHERE NOT EXISTS (
            SELECT 1 FROM main.test_outcome AS x
            WHERE x.recorded = o.recorded AND x.test = test_map.new AND x.code = code_map.new AND x.attempt = o.attempt AND x.outcome = outcome.new)
        ORDER BY o.id;

        INSERT INTO main.deployment (source, kind, external_id, environment, reference, commit_id, committed, status, created, finished, url, imported)
        SELECT source.new, d.kind, d.external_id, environment.new, d.reference, d.commit_id, d.committed, status.new, d.created, d.finished, d.url, d.imported
        FROM other.deployment AS d
        JOIN text_map AS source ON source.old = d.source JOIN text_map AS environment ON environment.old = d.environment JOIN text_map AS status ON status.old = d.status
        WHERE true
        ON CONFLICT DO UPDATE SET
            environment = excluded.environment, reference = excluded.reference, commit_id = excluded.commit_id, committed = excluded.committed,
            status = excluded.status, created = excluded.created, finished = excluded.finished, url = excluded.url, imported = excluded.imported
        WHERE excluded.imported > deployment.imported;
        INSERT INTO main.import_state (source, name, value, imported)
        SELECT source, name, value, imported FROM other.import_state
        WHERE true
        ON CONFLICT DO UPDATE SET value = excluded.value, imported = excluded.imported WHERE excluded.imported > import_state.imported;
        """;

    private const string Forget = """
        DROP TABLE IF EXISTS temp.text_map;
        DROP TABLE IF EXISTS temp.run_map;
        DROP TABLE IF EXISTS temp.new_run;
        DROP TABLE IF EXISTS temp.newer_run;
        DROP TABLE IF EXISTS temp.test_map;
        DROP TABLE IF EXISTS temp.code_map;
        """;

    /// <param name="path">Of the other history; for errors, too.</param>
    public static void Run(SqliteConnection connection, string path)
    {
        // A file that is not there would be made.
        if (!File.Exists(path))
            throw new SlipwayException(ErrorKind.Configuration, $"{path}: there is no history to take over.", "Name a file that is one.");
        try
        {
            connection.Run("ATTACH DATABASE $1 AS other", path);
            Take(connection, path);
        }
        catch (SqliteException exception) when (HistoryErrors.IsDamage(exception) && IsWhole(connection))
        {
            throw HistoryErrors.Damaged(path, exception);
        }
        finally
        {
            connection.Run(Forget);
            if (connection.Number("SELECT count(*) FROM pragma_database_list WHERE name = 'other'") > 0)
                connection.Run("DETACH DATABASE other");
        }
    }

    private static void Take(SqliteConnection connection, string path)
    {
        var version = connection.Number("PRAGMA other.application_id") == HistorySchema.ApplicationId ? connection.Number("PRAGMA other.user_version") : throw HistoryErrors.Foreign(path);
        if (version > HistorySchema.CurrentVersion)
            throw HistoryErrors.Newer(path, version);
        if (version < HistorySchema.CurrentVersion)
            throw new SlipwayException(ErrorKind.Configuration, $"{path} was written by an older Slipway.", "Open it once with this one.");
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Run(Merge);
        transaction.Commit();
    }

    // SQLite does not say which of two files is the damaged one.
    private static bool IsWhole(SqliteConnection connection)
    {
        try
        {
            return connection.Value("PRAGMA main.quick_check(1)") is "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}

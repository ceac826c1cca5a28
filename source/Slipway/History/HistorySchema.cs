namespace Slipway.History;

/// <summary>
/// The tables, as the steps that led to them: a step that has been released is never changed. Times are Unix milliseconds;
/// texts that many rows share are numbers there.
/// </summary>
internal static class HistorySchema
{
    /// <summary>Marks a file as a history: "Slip".</summary>
    public const int ApplicationId = 0x536C6970;

    private const string First = """
        CREATE TABLE text (
            id INTEGER PRIMARY KEY,
            value TEXT NOT NULL UNIQUE
        ) STRICT;

        CREATE TABLE measurement (
            kind TEXT NOT NULL,
            commit_id TEXT NOT NULL,
            digest TEXT NOT NULL,
            compiler TEXT NOT NULL,
            triple TEXT,
            machine TEXT NOT NULL,
            created INTEGER NOT NULL,
            json TEXT NOT NULL,
            PRIMARY KEY (kind, commit_id, digest)
        ) STRICT;
        CREATE INDEX measurement_created ON measurement (created);

        -- A test, and when it was last heard of: no outcome of it is younger.
        CREATE TABLE test (
            id INTEGER PRIMARY KEY,
            suite INTEGER NOT NULL,
            package INTEGER NOT NULL,
            program INTEGER NOT NULL,
            name TEXT NOT NULL,
            seen INTEGER NOT NULL,
            UNIQUE (suite, package, program, name)
        ) STRICT;

        -- What tests ran on.
        CREATE TABLE code (
            id INTEGER PRIMARY KEY,
            tree TEXT NOT NULL,
            toolchain INTEGER NOT NULL,
            os INTEGER NOT NULL,
            seen INTEGER NOT NULL,
            UNIQUE (tree, toolchain, os)
        ) STRICT;

        CREATE TABLE test_outcome (
            id INTEGER PRIMARY KEY,
            test INTEGER NOT NULL,
            code INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            outcome INTEGER NOT NULL,
            duration_ms INTEGER,
            recorded INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX test_outcome_recorded ON test_outcome (recorded);

        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            started INTEGER NOT NULL,
            duration_ms INTEGER NOT NULL,
            commit_id TEXT,
            branch INTEGER,
            verdict INTEGER NOT NULL,
            machine INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX run_started ON run (started);

        CREATE TABLE target_run (
            run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            name INTEGER NOT NULL,
            stage INTEGER,
            status INTEGER NOT NULL,
            duration_ms INTEGER NOT NULL,
            PRIMARY KEY (run, name)
        ) STRICT, WITHOUT ROWID;
        """;

    // Runs from elsewhere, such as GitHub: what they are called there, and their jobs.
    private const string Second = """
        ALTER TABLE run ADD COLUMN source INTEGER;
        ALTER TABLE run ADD COLUMN external_id TEXT;
        ALTER TABLE run ADD COLUMN attempt INTEGER NOT NULL DEFAULT 1;
        ALTER TABLE run ADD COLUMN event INTEGER;
        ALTER TABLE run ADD COLUMN workflow INTEGER;
        ALTER TABLE run ADD COLUMN url TEXT;
        ALTER TABLE run ADD COLUMN queue_ms INTEGER;
        CREATE UNIQUE INDEX run_external ON run (source, external_id, attempt) WHERE external_id IS NOT NULL;

        CREATE TABLE job_run (
            run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            name INTEGER NOT NULL,
            conclusion INTEGER NOT NULL,
            duration_ms INTEGER NOT NULL,
            queue_ms INTEGER,
            PRIMARY KEY (run, name)
        ) STRICT, WITHOUT ROWID;

        -- A deployment to an environment, or a release.
        CREATE TABLE deployment (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            external_id TEXT NOT NULL,
            environment INTEGER NOT NULL,
            reference TEXT NOT NULL,
            commit_id TEXT,
            committed INTEGER,
            status INTEGER NOT NULL,
            created INTEGER NOT NULL,
            finished INTEGER,
            url TEXT,
            UNIQUE (source, kind, external_id)
        ) STRICT;
        CREATE INDEX deployment_created ON deployment (created);

        -- How far an import has come, and what tells it that nothing is new.
        CREATE TABLE import_state (
            source TEXT NOT NULL,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (source, name)
        ) STRICT, WITHOUT ROWID;
        """;

    // Two jobs of a run may have one name; and of what two files have, that which was imported later is right.
    private const string Third = """
        ALTER TABLE run ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE deployment ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE import_state ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;

        CREATE TABLE job_run_of_third (
            run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            name INTEGER NOT NULL,
            conclusion INTEGER NOT NULL,
            duration_ms INTEGER NOT NULL,
            queue_ms INTEGER,
            PRIMARY KEY (run, position)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO job_run_of_third (run, position, name, conclusion, duration_ms, queue_ms)
        SELECT run, row_number() OVER (PARTITION BY run ORDER BY name) - 1, name, conclusion, duration_ms, queue_ms FROM job_run;
        DROP TABLE job_run;
        ALTER TABLE job_run_of_third RENAME TO job_run;
        """;

    // What the gates of a run measured, such as the size of a program.
    private const string Figures = """
        CREATE TABLE run_figure (
            run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
            gate INTEGER NOT NULL,
            name INTEGER NOT NULL,
            unit INTEGER NOT NULL,
            value REAL NOT NULL,
            PRIMARY KEY (run, gate, name)
        ) STRICT, WITHOUT ROWID;
        """;

    private const string Alerts = """
        -- What somebody was told of, or is to be.
        CREATE TABLE alert_problem (
            key TEXT PRIMARY KEY,
            event TEXT NOT NULL,
            stage TEXT,
            message TEXT NOT NULL,
            since INTEGER NOT NULL,
            ended INTEGER,
            times INTEGER NOT NULL,
            run TEXT NOT NULL,
            seen INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- What a channel was told last, and what a process is about to tell it.
        CREATE TABLE alert_told (
            key TEXT NOT NULL REFERENCES alert_problem (key) ON DELETE CASCADE,
            channel TEXT NOT NULL,
            is_open INTEGER,
            at INTEGER,
            is_doubtful INTEGER NOT NULL,
            taken TEXT,
            until INTEGER,
            PRIMARY KEY (key, channel)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE alert_sent (
            id INTEGER PRIMARY KEY,
            channel TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        """;

    /// <summary>The step at an index leads from the version of that number to the next.</summary>
    public static IReadOnlyList<string> Steps { get; } = [First, Second, Third, Figures, Alerts];

    public static int CurrentVersion => Steps.Count;
}



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA launchsdk;

CREATE FUNCTION launchsdk.now_us() RETURNS bigint
    LANGUAGE sql STABLE
    AS $$ SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint $$;

CREATE FUNCTION launchsdk.tell() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN PERFORM pg_notify('launchsdk:' || TG_TABLE_SCHEMA, ''); RETURN NULL; END $$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE launchsdk.items (
    seq bigint NOT NULL,
    id text NOT NULL,
    queue text NOT NULL,
    job text NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    asked bigint NOT NULL,
    rank bigint NOT NULL,
    submitted_at bigint NOT NULL,
    attempt bigint DEFAULT 0 NOT NULL,
    agent text,
    run_id text,
    token text,
    lease_until bigint,
    started_at bigint,
    ended_at bigint,
    stop_requested bigint DEFAULT 0 NOT NULL,
    note text,
    message text,
    stage bigint,
    exit_code bigint,
    log_tail text
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0.01', autovacuum_vacuum_threshold='1000', autovacuum_analyze_scale_factor='0.05');

ALTER TABLE launchsdk.items ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME launchsdk.items_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE launchsdk.queues (
    name text NOT NULL,
    definition text NOT NULL,
    priorities bigint NOT NULL,
    revision text NOT NULL,
    updated_at bigint NOT NULL
);

CREATE TABLE launchsdk.version (
    number bigint NOT NULL
);

INSERT INTO launchsdk.items OVERRIDING SYSTEM VALUE VALUES (1, 'tnfevjszcknk', 'cpu', '{
  "docker": {
    "docker_image": "launchsdk-test/busybox:latest"
  },
  "name": "finished",
  "overrides": {
    "args": [
      "sh",
      "-c",
      "echo one; echo two"
    ]
  }
}
', 'finished', 2, 2, 1796077857530299, 1, 'box-1', '35ty80vo', 'b37d2dcb290d4c519203b1df007d8aea', 1796077926940007, 1796077867136442, 1796077870735784, 0, NULL, 'ended with exit code 0', NULL, 0, 'one
two');
INSERT INTO launchsdk.items OVERRIDING SYSTEM VALUE VALUES (2, '9201x540tt8w', 'cpu', '{
  "docker": {
    "docker_image": "launchsdk-test/busybox:latest"
  },
  "name": "failed",
  "overrides": {
    "args": [
      "sh",
      "-c",
      "echo last words; exit 7"
    ]
  }
}
', 'failed', 2, 2, 1796077861114239, 1, 'box-1', 'nexiqu4n', '57c75d5034bb469ba95528fb4010ba52', 1796077931064588, 1796077870934054, 1796077871708135, 0, NULL, 'ended with exit code 7. Its output: /home/ada/.local/share/launchsdk/logs/9201x540tt8w.log on box-1', 2, 7, 'last words');
INSERT INTO launchsdk.items OVERRIDING SYSTEM VALUE VALUES (3, 'ez5ymj6w447h', 'gpu', '{
  "docker": {
    "docker_image": "launchsdk-test/busybox:latest"
  },
  "name": "cancelled",
  "overrides": {
    "args": [
      "true"
    ]
  }
}
', 'killed', 2, 2, 1796077877688644, 0, NULL, NULL, NULL, NULL, NULL, 1796077880669066, 1, NULL, 'stopped before an agent started it', NULL, NULL, NULL);
INSERT INTO launchsdk.items OVERRIDING SYSTEM VALUE VALUES (4, '2yc5xh5r5m5e', 'cpu', '{
  "docker": {
    "docker_image": "launchsdk-test/busybox:latest"
  },
  "name": "running",
  "overrides": {
    "args": [
      "sh",
      "-c",
      "echo begun; sleep 3600"
    ]
  }
}
', 'running', 2, 2, 1796077884078106, 1, 'box-1', 'rfdkjao8', '2cb4a7d367c14e81ba27f516f5ffb49a', 1796077974620109, 1796077896800260, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO launchsdk.items OVERRIDING SYSTEM VALUE VALUES (5, 'z4k881jt8w8q', 'cpu', '{
  "docker": {
    "docker_image": "launchsdk-test/busybox:latest"
  },
  "name": "stopping",
  "overrides": {
    "args": [
      "sh",
      "-c",
      "trap \"\" TERM; sleep 3600"
    ]
  }
}
', 'running', 2, 2, 1796077886962128, 1, 'box-1', 'ck568veo', 'f1a92c544c394442844f3d5addbd2dcc', 1796077974620109, 1796077896662252, NULL, 1, NULL, NULL, NULL, NULL, NULL);
INSERT INTO launchsdk.items OVERRIDING SYSTEM VALUE VALUES (6, 'dzne029xpdfc', 'gpu', '{
  "docker": {
    "docker_image": "launchsdk-test/busybox:latest"
  },
  "project": "p",
  "name": "low",
  "priority": "low",
  "overrides": {
    "args": [
      "true"
    ]
  }
}
', 'queued', 3, 3, 1796077925106160, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO launchsdk.items OVERRIDING SYSTEM VALUE VALUES (7, 'cfrhpj9xdqrc', 'gpu', '{
  "docker": {
    "docker_image": "launchsdk-test/busybox:latest"
  },
  "name": "critical",
  "priority": "critical",
  "overrides": {
    "args": [
      "true"
    ]
  }
}
', 'queued', 0, 0, 1796077931284582, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);
INSERT INTO launchsdk.items OVERRIDING SYSTEM VALUE VALUES (8, 'c7cbtknr93kf', 'gpu', '{
  "docker": {
    "docker_image": "launchsdk-test/busybox:latest"
  },
  "name": "größer",
  "overrides": {
    "args": [
      "echo",
      "ß \"quoted\""
    ]
  }
}
', 'queued', 2, 2, 1796077936882872, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL);

INSERT INTO launchsdk.queues VALUES ('gpu', '{
  "queue": "gpu",
  "prioritization_mode": "V0",
  "resource_args": {
    "local-container": {
      "memory": "1g",
      "rm": true,
      "network": "none",
      "pull": "never"
    }
  }
}
', 1, '2f73ddc0ebb94e869974f96280c9efda', 1796077845771364);
INSERT INTO launchsdk.queues VALUES ('cpu', '{
  "queue": "cpu",
  "resource_args": {
    "local-container": {
      "network": "none",
      "pull": "never"
    }
  }
}
', 0, 'aa9e1ff475af4c88b263e6a6cc4e6b00', 1796077852506144);

INSERT INTO launchsdk.version VALUES (1);

SELECT pg_catalog.setval('launchsdk.items_seq_seq', 8, true);

ALTER TABLE ONLY launchsdk.items
    ADD CONSTRAINT items_id_key UNIQUE (id);

ALTER TABLE ONLY launchsdk.items
    ADD CONSTRAINT items_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY launchsdk.queues
    ADD CONSTRAINT queues_pkey PRIMARY KEY (name);

CREATE INDEX items_by_state ON launchsdk.items USING btree (queue, state, seq);

CREATE INDEX items_pending ON launchsdk.items USING btree (queue, lease_until) WHERE (state = 'pending'::text);

CREATE INDEX items_taken ON launchsdk.items USING btree (agent) WHERE (state = ANY (ARRAY['pending'::text, 'running'::text]));

CREATE INDEX items_waiting ON launchsdk.items USING btree (queue, rank, seq) WHERE (state = 'queued'::text);

CREATE TRIGGER told_of_changes AFTER UPDATE OF state, stop_requested ON launchsdk.items FOR EACH ROW WHEN ((((new.state <> old.state) AND (new.state <> ALL (ARRAY['pending'::text, 'running'::text]))) OR (new.stop_requested <> old.stop_requested))) EXECUTE FUNCTION launchsdk.tell();

CREATE TRIGGER told_of_pushes AFTER INSERT ON launchsdk.items FOR EACH STATEMENT EXECUTE FUNCTION launchsdk.tell();

ALTER TABLE ONLY launchsdk.items
    ADD CONSTRAINT items_queue_fkey FOREIGN KEY (queue) REFERENCES launchsdk.queues(name);



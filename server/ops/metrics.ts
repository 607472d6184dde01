import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What a server counts about itself; every label has a few fixed values and none of them is about a person. */
export interface Metrics {
  /** Commands answered; `type` is a command of the rulebook or `unknown`, `code` is `ok` or why not. */
  commands: Counter<'type' | 'code'>;
  /** From a command's arrival to its acknowledgement. */
  commandSeconds: Histogram;
  commitSeconds: Histogram<'log'>;
  /** Entries or updates that one commit made durable; `log` is `journal` or `draft`. */
  commitSize: Histogram<'log'>;
  sockets: Gauge;
  /** Connections that were refused or cut, by why. */
  socketsRefused: Counter<'code'>;
  /** Events published, by the kind of their scope. */
  events: Counter<'scope'>;
  /** Updates of drafts answered; `code` is `ok` or why not. */
  draftUpdates: Counter<'code'>;
  openDrafts: Gauge;
  /** 1 while writing works, 0 in read-only mode. */
  isWritable: Gauge;
  faults: Counter<'place'>;
  /** Everything in the text format of Prometheus, with its content type. */
  page(): Promise<{ contentType: string; body: string }>;
}

const seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];

/** Opens the counters of one server, with those of the process beside them. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const named = (name: string, help: string) => ({ name: `rapporteur_${name}`, help, registers });
  return {
    commands: new Counter({ ...named('commands_total', 'Commands answered.'), labelNames: ['type', 'code'] }),
    commandSeconds: new Histogram({ ...named('command_seconds', 'Arrival to acknowledgement.'), buckets: seconds }),
    commitSeconds: new Histogram({
      ...named('commit_seconds', 'Time a commit took.'),
      labelNames: ['log'],
      buckets: seconds,
    }),
    commitSize: new Histogram({
      ...named('commit_size', 'Entries or updates in a commit.'),
      labelNames: ['log'],
      buckets: sizes,
    }),
    sockets: new Gauge(named('sockets', 'Open connections.')),
    socketsRefused: new Counter({
      ...named('sockets_refused_total', 'Connections refused or cut.'),
      labelNames: ['code'],
    }),
    events: new Counter({ ...named('events_published_total', 'Events published.'), labelNames: ['scope'] }),
    draftUpdates: new Counter({ ...named('draft_updates_total', 'Draft updates answered.'), labelNames: ['code'] }),
    openDrafts: new Gauge(named('open_drafts', 'Drafts held in memory.')),
    isWritable: new Gauge(named('is_writable', '1 while writing works.')),
    faults: new Counter({ ...named('faults_total', 'Faults caught at an edge.'), labelNames: ['place'] }),
    async page() {
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}

/**
 * What a bench is measured against: a bare `ws` server in a process of its own, which knows no rights, no rules and no schemas.
 * A frame's first byte says what it is, see bareFrames.ts.
 */
import { hash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ws from 'ws';
import * as Y from 'yjs';
import { connect, type Database, durably } from '../../server/storage/sqlite/database.ts';
import { type BareOrder, kinds } from './bareFrames.ts';
import { answer } from './remote.ts';

const gatherMs = 20;
const turnoutMs = 250;

/** What socket.io itself uses to build the frame of a text once for all its readers. */
const { Sender } = ws as unknown as {
  Sender: { frame(data: Buffer, options: object): Buffer[] };
};
type WithSender = ws.WebSocket & { _sender: { sendFrame(frame: Buffer[]): void } };

const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-bare-'));
const everyone = new Set<ws.WebSocket>();
const rooms = new Map<string, Set<ws.WebSocket>>();
const texts = new Map<string, Y.Doc>();
const sessions = new Map<string, number>();
let order: BareOrder = { keeps: false };
let state = Buffer.alloc(0);
let missed = Buffer.alloc(0);
let database: Database | null = null;
let rows: { room: string; bytes: Buffer; socket: ws.WebSocket }[] = [];
let ballots: { bytes: Buffer; socket: ws.WebSocket }[] = [];
let turnout: NodeJS.Timeout | undefined;

const ack = Buffer.from([kinds.ack]);

function broadcast(readers: Iterable<ws.WebSocket>, data: Buffer): void {
  const frame = Sender.frame(data, { readOnly: false, mask: false, rsv1: false, opcode: 2, fin: true });
  for (const reader of readers) (reader as WithSender)._sender.sendFrame(frame);
}

const statements = (to: Database) => ({
  edit: to.prepare('INSERT INTO edit (room, bytes) VALUES (?, ?)'),
  ballot: to.prepare('INSERT INTO ballot (bytes) VALUES (?)'),
});
let prepared: ReturnType<typeof statements> | null = null;

function commitEdits(): void {
  const batch = rows;
  rows = [];
  if (database && prepared) {
    const { edit } = prepared;
    durably(database, () => {
      for (const { room, bytes } of batch) edit.run(room, bytes);
    });
  }
  for (const { socket } of batch) socket.send(ack);
}

function commitBallots(): void {
  const batch = ballots;
  ballots = [];
  if (database && prepared) {
    const { ballot } = prepared;
    durably(database, () => {
      for (const { bytes } of batch) ballot.run(bytes);
    });
  }
  for (const { socket } of batch) socket.send(ack);
  if (turnout) return;
  turnout = setTimeout(() => {
    turnout = undefined;
    broadcast(everyone, Buffer.alloc(60, kinds.turnout));
  }, turnoutMs);
}

function edit(socket: ws.WebSocket, room: string, data: Buffer): void {
  broadcast(rooms.get(room) ?? [], data);
  if (!order.keeps) return;
  const bytes = Buffer.from(data.subarray(1));
  let text = texts.get(room);
  if (!text) texts.set(room, (text = new Y.Doc()));
  Y.applyUpdate(text, bytes);
  if (rows.length === 0) setTimeout(commitEdits, gatherMs);
  rows.push({ room, bytes, socket });
}

function take(socket: ws.WebSocket, room: string, data: Buffer): void {
  if (data[0] === kinds.edit) edit(socket, room, data);
  else if (data[0] === kinds.caret) broadcast(rooms.get(room) ?? [], data);
  else if (data[0] === kinds.hello) socket.send(state);
  else if (data[0] === kinds.helloAgain) socket.send(missed);
  else if (data[0] === kinds.shout) broadcast(everyone, data);
  else if (data[0] === kinds.ballot) {
    if (ballots.length === 0) setImmediate(commitBallots);
    ballots.push({ bytes: Buffer.from(data), socket });
  }
}

const http = createServer((request, response) => {
  request.resume().on('end', () => {
    const token = randomBytes(32).toString('base64url');
    sessions.set(hash('sha256', token), 1);
    response.setHeader('set-cookie', `bare=${token}`).setHeader('content-type', 'application/json').end('{"ok":true}');
  });
});
const server = new ws.WebSocketServer({ server: http, perMessageDeflate: false });
server.on('connection', (socket, request) => {
  const room = request.url?.split('room=')[1] ?? '';
  const seated = rooms.get(room) ?? new Set();
  rooms.set(room, seated.add(socket));
  everyone.add(socket);
  socket.on('message', (data: Buffer) => take(socket, room, data));
  socket.on('close', () => {
    seated.delete(socket);
    everyone.delete(socket);
  });
});
http.listen(0, '127.0.0.1');
await once(http, 'listening');

answer(
  {
    open(wanted: BareOrder): string {
      order = wanted;
      state = Buffer.alloc(wanted.stateBytes ?? 1, kinds.hello);
      missed = Buffer.alloc(wanted.missedBytes ?? 1, kinds.hello);
      if (wanted.keeps) {
        database = connect(join(dataDir, 'bare.db'));
        database.exec('CREATE TABLE edit (n INTEGER PRIMARY KEY, room TEXT, bytes BLOB)');
        database.exec('CREATE TABLE ballot (n INTEGER PRIMARY KEY, bytes BLOB)');
        prepared = statements(database);
      }
      return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    },
  },
  () => {
    database?.close();
    rmSync(dataDir, { recursive: true, force: true });
  },
);

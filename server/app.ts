/** Builds the whole server from its ports without listening, so that tests start it as it is. */
import { existsSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { limits } from '@shared/protocol/wire.ts';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { Server } from 'socket.io';
import { FrameOnceAdapter } from './gate/frameOnceAdapter.ts';
import type { LivePorts } from './gate/liveConsultation.ts';
import { createRateLimit, type RateLimit } from './gate/rateLimit.ts';
import { openGate } from './gate/socketGate.ts';
import { transport } from './gate/transport.ts';
import { createHouse, type House } from './host/house.ts';
import { consultationRoutes } from './http/consultations.ts';
import { sessionToken } from './http/cookies.ts';
import { documentRoutes } from './http/documents.ts';
import { isOwnOrigin } from './http/origin.ts';
import { peopleRoutes } from './http/people.ts';
import { HttpRefusal, refuseHttp } from './http/reply.ts';
import { schemaDocument } from './http/schema.ts';
import { createGuard, seatIn, sessionRoutes } from './http/sessions.ts';
import { StorageFull } from './ports/journal.ts';

/** How many turns of the loop, and how long, answers and requests on their way are waited for at the end. */
const farewellTurns = 5;
const farewellMs = 2_000;

export interface AppOptions extends Omit<LivePorts, 'io'> {
  /** Where the built pages are. */
  clientDir: string;
  allowedOrigins: readonly string[];
  /** How many proxies in front are believed about the caller's address. */
  trustProxy: number;
  /** The address that people reach the server under, for personal links. */
  publicUrl(): string;
}

export interface App {
  http: HttpServer;
  house: House;
  /** Finishes what waits, lets everyone know, and closes. */
  stop(): Promise<void>;
}

export function buildApp(options: AppOptions): App {
  const web = express();
  const http = createServer(web);
  const io = new Server(http, {
    ...transport,
    adapter: FrameOnceAdapter,
    perMessageDeflate: false,
    httpCompression: false,
    connectTimeout: 10_000,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    serveClient: false,
    allowRequest: (request, allow) => allow(null, !isDraining && isOwnOrigin(request, options.allowedOrigins)),
  });
  // Who it is has been read by now; the engine would keep the request of every handshake in memory as long as its socket.
  io.on('connection', (socket) => {
    (socket.conn as unknown as { request: unknown }).request = null;
  });
  let isDraining = false;
  const house = createHouse({ ...options, io });
  const rateLimit = createRateLimit();
  const gate = openGate({
    io,
    log: options.log,
    metrics: options.metrics,
    rateLimit,
    seatOf(cookie, consultationId) {
      const token = sessionToken(cookie);
      const session = token ? house.people.session(token, house.clock.now()) : null;
      const participantId = typeof consultationId === 'string' ? seatIn(session, consultationId) : null;
      const live = participantId && typeof consultationId === 'string' ? house.find(consultationId) : null;
      if (!session || !participantId || !live?.you(participantId)) return null;
      return { participantId, sessionId: session.sessionId, live };
    },
  });
  furnish(web, house, options, rateLimit, () => isDraining);

  return {
    http,
    house,
    async stop() {
      isDraining = true;
      await house.drain();
      // What was stored in the drain is answered in the turns that follow it.
      for (let turn = 0; turn < farewellTurns; turn += 1) await nextTurn();
      gate.close();
      const isClosed = io.close();
      const impatience = setTimeout(() => http.closeAllConnections(), farewellMs);
      await isClosed;
      clearTimeout(impatience);
    },
  };
}

function furnish(
  web: express.Express,
  house: House,
  options: AppOptions,
  rateLimit: RateLimit,
  isDraining: () => boolean,
): void {
  web.disable('x-powered-by');
  web.set('trust proxy', options.trustProxy);
  web.use(security());
  web.get('/healthz', (_request, response) => void response.json({ state: 'ok' }));
  web.get('/readyz', (_request, response) => {
    const isReadOnly = house.all().some(({ host }) => host.isReadOnly());
    const state = isDraining() ? 'draining' : isReadOnly ? 'read-only' : 'ok';
    response.status(state === 'ok' ? 200 : 503).json({ state });
  });
  web.get('/metrics', async (_request, response) => {
    const { contentType, body } = await options.metrics.page();
    response.type(contentType).send(body);
  });
  web.use('/api', api(house, options, rateLimit));
  pages(web, options.clientDir);
  web.use(failures(options.log));
}

function security() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // React Aria and the editor set positions as style attributes; style elements stay forbidden.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // On plain HTTP in a hall these would lock people out; a proxy with TLS sets them.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
  });
}

function api(house: House, options: AppOptions, rateLimit: RateLimit): express.Router {
  const router = express.Router();
  const guard = createGuard(house);
  router.use((request, _response, next) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!isReading && !isOwnOrigin(request, options.allowedOrigins)) throw new HttpRefusal(403, 'ORIGIN');
    next();
  });
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  // A command is no larger than over the socket; a list of people may be.
  router.use('/c/:id/commands', express.json({ limit: limits.message, strict: true }));
  router.use(express.json({ limit: 256 * 1024, strict: true }));
  // Made when it is first asked for: it takes longer than the rest of a start.
  let schema: ReturnType<typeof schemaDocument> | undefined;
  router.get('/schema', (_request, response) => void response.json((schema ??= schemaDocument())));
  sessionRoutes(router, house, guard);
  consultationRoutes(router, house, guard, rateLimit);
  peopleRoutes(router, house, guard, options.publicUrl);
  documentRoutes(router, house, guard);
  router.use((_request, _response) => {
    throw new HttpRefusal(404, 'UNKNOWN');
  });
  return router;
}

function pages(web: express.Express, clientDir: string): void {
  web.use(compression());
  web.use('/assets', express.static(join(clientDir, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  web.use(express.static(clientDir, { index: false, maxAge: 0 }));
  const index = join(clientDir, 'index.html');
  web.get('/{*any}', (_request, response) => {
    if (!existsSync(index)) throw new HttpRefusal(503, 'NOT_BUILT');
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(index);
  });
}

function failures(log: Logger) {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) next(error);
    else refuseHttp(response, refusalOf(error, request, log));
  };
}

function refusalOf(error: unknown, request: Request, log: Logger): HttpRefusal {
  if (error instanceof HttpRefusal) return error;
  if (error instanceof StorageFull) return new HttpRefusal(507, 'STORAGE_FULL');
  const { status } = error as { status?: number };
  if (status === 413) return new HttpRefusal(413, 'TOO_LARGE');
  if (status === 404) return new HttpRefusal(404, 'UNKNOWN');
  if (status !== undefined && status >= 400 && status < 500) return new HttpRefusal(status, 'INVALID');
  const reference = Date.now().toString(36);
  log.error({ err: error, method: request.method, reference }, 'fault over HTTP');
  return new HttpRefusal(500, 'FAULT', { reference });
}

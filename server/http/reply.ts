import type { Request, Response } from 'express';

/** A refusal over HTTP: a stable code under a status of the 400s. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Record<string, unknown> | undefined;
  constructor(status: number, code: string, details?: Record<string, unknown>) {
    super(code);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** Answers with a refusal's status, code and details. */
export function refuseHttp(response: Response, { status, code, details }: HttpRefusal): void {
  response.status(status).json({ ok: false, code, ...(details ? { details } : {}) });
}

/** One named part of the path. */
export function part(request: Request, name: string): string {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
}

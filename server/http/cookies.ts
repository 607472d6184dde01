import { parseCookie, stringifySetCookie } from 'cookie';

const name = 'rapporteur_session';

/** The session's token in a Cookie header, if it carries one. */
export function sessionToken(header: string | undefined): string | null {
  return header ? (parseCookie(header)[name] ?? null) : null;
}

/** The Set-Cookie header that gives a session to a browser, or takes it away where `token` is empty. */
export function sessionCookie(token: string, options: { isSecure: boolean; expiresAt: number }): string {
  return stringifySetCookie({
    name,
    value: token,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: options.isSecure,
    expires: new Date(token ? options.expiresAt : 0),
  });
}

import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configHelp, readConfig } from '../../server/config.ts';
import { CannotStart } from '../../server/ports/cannotStart.ts';

function sentence(argv: string[], environment: NodeJS.ProcessEnv = {}): string {
  try {
    readConfig(argv, environment);
  } catch (error) {
    if (error instanceof CannotStart && error.code === 'config.invalid') return error.message;
    throw error;
  }
  throw new Error('it was taken');
}

describe('the settings', () => {
  test('have safe defaults: only this machine may connect', () => {
    expect(readConfig([], {})).toEqual({
      port: 8017,
      host: '127.0.0.1',
      dataDir: resolve('./data'),
      keysDir: null,
      publicUrl: null,
      trustProxy: 0,
      logLevel: 'info',
      allowedOrigins: [],
      isJson: false,
    });
  });

  test('come from the flags first, then from the environment', () => {
    const environment = {
      RAPPORTEUR_PORT: '9000',
      RAPPORTEUR_HOST: '::1',
      RAPPORTEUR_ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080',
    };
    const flags = ['--port', '0', '--json', '--public-url=https://consult.example.org/', '--log-level', 'warn'];
    expect(readConfig(flags, environment)).toMatchObject({
      port: 0,
      host: '::1',
      publicUrl: 'https://consult.example.org',
      logLevel: 'warn',
      allowedOrigins: ['https://a.example', 'http://b.example:8080'],
      isJson: true,
    });
  });

  test.each([
    [['--port', '65536'], '--port must be a whole number from 0 to 65535; it is "65536".'],
    [['--port', '80x'], '--port must be a whole number from 0 to 65535; it is "80x".'],
    [['--host', 'a b'], '--host must be an address or a host name; it is "a b".'],
    [['--public-url', 'consult.example.org'], '--public-url must be an address that begins with'],
    [['--public-url', 'javascript:alert(1)'], '--public-url must be an address that begins with'],
    [['--trust-proxy', 'yes'], '--trust-proxy must be a whole number from 0 to 10; it is "yes".'],
    [['--log-level', 'loud'], '--log-level must be fatal, error, warn, info, debug or silent; it is "loud".'],
    [['--allowed-origins', 'https://a.example/path'], '--allowed-origins must be origins such as'],
    [['--data-dir', ''], '--data-dir must be the path of a directory; it is "".'],
    [['--verbose'], "Unknown option '--verbose'. See rapporteur serve --help."],
    [['extra'], "Unexpected argument 'extra'. "],
  ])('%j are refused with a sentence', (argv, expected) => {
    expect(sentence(argv)).toContain(expected);
  });

  test('name the variable where the variable is wrong', () => {
    expect(sentence([], { RAPPORTEUR_PORT: '-1' })).toBe(
      'RAPPORTEUR_PORT must be a whole number from 0 to 65535; it is "-1".',
    );
  });

  test('are all in the help', () => {
    for (const word of ['--port', '--data-dir', 'RAPPORTEUR_TRUST_PROXY', '--json'])
      expect(configHelp()).toContain(word);
  });
});

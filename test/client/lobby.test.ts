import { describe, expect, test } from 'vitest';
import { tokenIn } from '../../client/features/lobby/useJoinToken.ts';

const token = 'iarrKUYqKcq6Ty0DPeSHuLt56qSXz4whhK8Yhhsb1Ss';

describe('what somebody pastes at the door', () => {
  test('a whole link, its end, or the code alone lead in', () => {
    expect(tokenIn(`https://meeting.example.org/join#${token}`)).toBe(token);
    expect(tokenIn(`#${token}`)).toBe(token);
    expect(tokenIn(token)).toBe(token);
  });

  test('spaces and line breaks of a letter do no harm', () => {
    expect(tokenIn(`  https://meeting.example.org/join#${token.slice(0, 20)}\n  ${token.slice(20)} `)).toBe(token);
  });

  test('nothing, an address without a code and half a code are no link', () => {
    for (const pasted of [
      '',
      '   ',
      'https://meeting.example.org/join',
      'https://meeting.example.org/join#abc',
      '#',
      'é#',
    ])
      expect(tokenIn(pasted)).toBeNull();
  });
});

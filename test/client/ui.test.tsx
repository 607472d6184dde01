import { fileURLToPath } from 'node:url';
import { loadTranslator } from '@shared/i18n/catalogueFiles.ts';
import type { Language } from '@shared/i18n/translate.ts';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { I18nFixed } from '../../client/i18n/I18n.tsx';
import { Message } from '../../client/i18n/Message.tsx';
import { beforeWhom } from '../../client/ui/aria/DragList.tsx';
import { holdsWords, optionsMatching, searchable } from '../../client/ui/aria/optionSearch.ts';
import { Button } from '../../client/ui/Button.tsx';
import { Checkbox } from '../../client/ui/Checkbox.tsx';
import { Clock, clockFigures } from '../../client/ui/Clock.tsx';
import { DataTable } from '../../client/ui/DataTable.tsx';
import { IconButton } from '../../client/ui/IconButton.tsx';
import { QrCode } from '../../client/ui/QrCode.tsx';
import { RadioGroup } from '../../client/ui/RadioGroup.tsx';
import { RegionBadge, RegionMarks } from '../../client/ui/RegionBadge.tsx';
import { RegionBars } from '../../client/ui/RegionBars.tsx';
import { type RegionKey, RegionMark } from '../../client/ui/RegionMark.tsx';
import { SaveState } from '../../client/ui/SaveState.tsx';
import { Tabs, tabAfter } from '../../client/ui/Tabs.tsx';
import { TextArea } from '../../client/ui/TextArea.tsx';
import { TextField } from '../../client/ui/TextField.tsx';

const root = fileURLToPath(new URL('../..', import.meta.url));
const t = loadTranslator(root, 'en');
const ignore = () => {};

function html(node: ReactNode, lang: Language = 'en'): string {
  return renderToStaticMarkup(
    <I18nFixed lang={lang} t={t}>
      {node}
    </I18nFixed>,
  );
}

/** What somebody reads, without the markup. */
function words(node: ReactNode): string {
  return html(node)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('fields', () => {
  test('the hint and the error sentence belong to the control', () => {
    const markup = html(<TextField label="Lead" hint="A state" error="Say who leads." value="" onChange={ignore} />);
    const id = /<input[^>]* id="([^"]+)"/.exec(markup)?.[1];
    expect(markup).toContain(`<label for="${id}"`);
    expect(markup).toMatch(new RegExp(`aria-describedby="${id}-hint ${id}-error"`));
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toContain(`id="${id}-error"`);
    expect(words(<TextField label="Lead" error="Say who leads." value="" onChange={ignore} />)).toContain(
      'Say who leads.',
    );
  });

  test('without error a control is not described as wrong', () => {
    const markup = html(<TextField label="Lead" value="" onChange={ignore} />);
    expect(markup).not.toContain('aria-invalid');
    expect(markup).not.toContain('aria-describedby');
  });

  test('characters are counted in words, also beyond the limit', () => {
    expect(words(<TextArea label="Measure" value="four" onChange={ignore} limit={5} />)).toContain('1 character left');
    expect(words(<TextArea label="Measure" value="sevenxy" onChange={ignore} limit={5} />)).toContain(
      '2 characters too many',
    );
  });

  test('a choice in a group has a name of its own and one group name', () => {
    const options = [
      { value: 'short', label: 'Short term' },
      { value: 'long', label: 'Long term', hint: 'Beyond 2030' },
    ];
    const markup = html(<RadioGroup label="Horizon" value="long" onChange={ignore} options={options} />);
    const names = [...markup.matchAll(/type="radio"[^>]* name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(1);
    expect(markup.match(/checked=""/g)).toHaveLength(1);
    expect(html(<Checkbox label="Agreed" checked={false} onChange={ignore} />)).toContain('<label for=');
  });
});

describe('acts', () => {
  test('a pending act stays reachable and says that it is busy', () => {
    const markup = html(<Button pending>Cast</Button>);
    expect(markup).toContain('aria-busy="true"');
    expect(markup).toContain('aria-disabled="true"');
    expect(markup).not.toContain(' disabled');
  });

  test('a sign alone has a name', () => {
    expect(html(<IconButton icon="more" label="More acts" />)).toContain('aria-label="More acts"');
  });
});

describe('the clock', () => {
  test('figures round up while time is left and count the overrun', () => {
    expect(clockFigures(1_122_000)).toBe('18:42');
    expect(clockFigures(59_001)).toBe('1:00');
    expect(clockFigures(3_723_000)).toBe('1:02:03');
    expect(clockFigures(0)).toBe('0:00');
    expect(clockFigures(-65_000)).toBe('\u22121:05');
  });

  test('says in words what its colour says', () => {
    const left = (ms: number) => words(<Clock label="Room 4" deadline={Date.now() + ms} announces={false} />);
    expect(left(20 * 60_000)).toBe('20:00');
    expect(left(3.5 * 60_000)).toBe('3:30 4 minutes left');
    expect(left(30_500)).toContain('Less than a minute left');
    expect(left(-1000)).toContain('Time is up');
    expect(words(<Clock label="Room 4" deadline={0} pausedRemainingMs={500_000} />)).toBe('8:20 Stopped');
    expect(words(<Clock label="Room 4" deadline={null} />)).toBe('No time set');
  });

  test('goes by the server when the device is wrong', () => {
    const markup = words(
      <Clock label="Room 4" deadline={Date.now()} serverOffsetMs={-20 * 60_000} announces={false} />,
    );
    expect(markup).toBe('20:00');
  });
});

describe('regions', () => {
  const regions: RegionKey[] = ['africa', 'asia-pacific', 'eastern-europe', 'grulac', 'weog', null];

  test('the six shapes differ without colour', () => {
    const shapes = regions.map((region) => /d="([^"]+)"/.exec(html(<RegionMark region={region} />))?.[1]);
    expect(new Set(shapes).size).toBe(6);
  });

  test('a badge gives its letters, and the name in full', () => {
    const markup = html(<RegionBadge region="weog" label="WEO" name="Western European and other States" />);
    expect(markup).toContain('>WEO<');
    expect(markup).toContain('title="Western European and other States"');
    expect(
      html(<RegionMarks label="Present" marks={[{ region: 'grulac', name: 'Absent', present: false }]} />),
    ).toContain('aria-label="Absent"');
  });

  test('the bars are a table with every number', () => {
    const node = (
      <RegionBars
        caption="Positions"
        series={[
          { key: 'support', label: 'Support', fill: 'solid' },
          { key: 'concern', label: 'Concern', fill: 'hollow' },
        ]}
        rows={[{ region: 'africa', label: 'AFR', name: 'African States', values: [31, 2], of: 54 }]}
      />
    );
    expect(html(node)).toMatch(/<th scope="col">Support<\/th><th scope="col">Concern<\/th>/);
    expect(words(node)).toContain('AFR 31 2 21 of 54');
  });
});

test('a table names its rows and says how it is sorted', () => {
  const markup = html(
    <DataTable
      caption="Delegations"
      columns={[
        {
          key: 'name',
          header: 'Delegation',
          cell: (row: { name: string }) => row.name,
          isRowHeader: true,
          sortable: true,
        },
        { key: 'n', header: 'People', cell: () => 3, align: 'end', sortable: true },
      ]}
      rows={[{ name: 'Kenya' }]}
      rowKey={(row) => row.name}
      sort={{ key: 'name', direction: 'descending' }}
      onSort={ignore}
      selected={new Set(['Kenya'])}
      onSelect={ignore}
    />,
  );
  expect(markup).toMatch(/<th scope="row"[^>]*>Kenya<\/th>/);
  expect([...markup.matchAll(/aria-sort="(\w+)"/g)].map(([, sort]) => sort)).toEqual(['descending', 'none']);
  expect(markup).toContain('aria-label="Select Kenya"');
});

describe('tabs', () => {
  test('only the chosen one is in the order of Tab and drawn', () => {
    const markup = html(
      <Tabs
        label="Item"
        selected="b"
        onSelect={ignore}
        tabs={[
          { key: 'a', label: 'Text', content: 'first' },
          { key: 'b', label: 'Comments', content: 'second' },
        ]}
      />,
    );
    expect(markup.match(/tabindex="0"/g)).toHaveLength(1);
    expect(markup).toContain('second');
    expect(markup).not.toContain('first');
  });

  test('arrows follow the direction of writing', () => {
    expect(tabAfter('ArrowRight', 0, 3, 'ltr')).toBe(1);
    expect(tabAfter('ArrowRight', 0, 3, 'rtl')).toBe(2);
    expect(tabAfter('ArrowLeft', 0, 3, 'ltr')).toBe(2);
    expect(tabAfter('End', 0, 3, 'ltr')).toBe(2);
    expect(tabAfter('x', 0, 3, 'ltr')).toBe(-1);
  });
});

test('the state of saving is said in words', () => {
  expect(words(<SaveState state="unsaved" unsavedCount={3} />)).toBe('3 changes not yet saved');
  expect(words(<SaveState state="saved" />)).toBe('Saved');
});

test('a code to scan is dark on white and says where it leads', () => {
  const markup = html(<QrCode text="https://example.org/join" title="Personal link" />);
  expect(markup).toContain('<title>Personal link</title>');
  expect(markup.match(/<path/g)).toHaveLength(2);
});

test('a message may hold elements wherever the language puts them', () => {
  const node = <Message id="ui.save.at" values={{ time: <strong>14:02</strong> }} />;
  expect(html(node)).toBe('Saved at <strong>14:02</strong>');
});

describe('searching a long list', () => {
  const options = [
    { value: 'COD', label: 'Democratic Republic of the Congo' },
    { value: 'CIV', label: 'Côte d’Ivoire', keywords: 'Ivory Coast' },
    { value: 'REP', label: 'Republic of Korea' },
  ];
  const found = (query: string) => optionsMatching(options, query).map(({ value }) => value);

  test('accents, case and the order of words do not matter', () => {
    expect(found('cote')).toEqual(['CIV']);
    expect(found('coast ivory')).toEqual(['CIV']);
    expect(holdsWords(searchable('Египет الْعَرَبِيَّة'), 'العربية')).toBe(true);
  });

  test('what begins with the words comes first; no words find all', () => {
    expect(found('republic')).toEqual(['REP', 'COD']);
    expect(found(' ')).toEqual(['COD', 'CIV', 'REP']);
    expect(found('zzz')).toEqual([]);
  });
});

test('a drop is told by the first item that stays behind it', () => {
  const keys = ['a', 'b', 'c', 'd'];
  expect(beforeWhom(keys, 'b', true, new Set(['d']))).toBe('b');
  expect(beforeWhom(keys, 'b', false, new Set(['c']))).toBe('d');
  expect(beforeWhom(keys, 'd', false, new Set())).toBeNull();
});

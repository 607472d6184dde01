import { type House, type HouseOptions, house, inBracket, proposed, rich } from './build.ts';

/** The items of the busy house, by what became of them. */
interface BusyItems {
  carried: string;
  lost: string;
  ready: string;
  commented: string;
  reported: string;
  parked: string;
  refused: string;
  takenBack: string;
  other: string;
}

const indicator = {
  indicator: '10.7.2',
  text: 'Countries with migration policies that facilitate orderly migration',
  unit: 'countries',
  baseline: '54',
  target: '90',
  source: 'UN DESA',
  isDisaggregated: true,
};

/** A consultation in which everything has happened once: two panels, three rooms, an item for each way it can end. */
export function busyHouse(options: HouseOptions = {}): { h: House; items: BusyItems } {
  const h = house({ panels: ['Whole-of-government approaches', 'Data and evidence'], ...options });
  h.act('sec', 'brief.layDown', {
    title: 'Working brief on international cooperation',
    paragraphs: [
      {
        ...{ id: 'par-1', number: '1', heading: 'Existing commitments', panelId: h.panel(1) },
        text: 'States have committed to safe, orderly and regular migration.',
        footnotes: ['General Assembly resolution 70/1, target 10.7.'],
      },
      { id: 'par-2', number: '2', text: 'Evidence remains scarce.', panelId: h.panel(2), footnotes: [] },
    ],
  });
  h.openRooms({ rooms: 3, seed: 'june-2017' });
  const items = { ...firstPanel(h), other: secondPanel(h) };
  return { h, items };
}

function firstPanel(h: House): Omit<BusyItems, 'other'> {
  const lead = [
    { kind: 'delegation' as const, id: 'KEN' },
    { kind: 'words' as const, text: 'Host governments' },
  ];
  const carried = h.reported(1, 'Open one desk for migrants in every municipality', statute(), {
    ...{ lead, horizon: 'short', by: '2019-12-31', measures: [indicator], paragraph: 'par-1' },
    ...{ targets: ['10.7', '16.9'], objectives: [15, 4], instruments: ['gcm'], means: 'A fund of the regions.' },
  });
  const lost = h.reported(2, 'Levy a fee on remittances', 'A fee is levied.', { horizon: 'short', lead });
  const ready = h.reported(3, 'Share risk analysis between border agencies', 'Agencies share analysis.', {
    horizon: 'medium',
  });
  const commented = h.reported(1, 'Recognise skills across regions', 'Skills are recognised.', { horizon: 'long' });
  const reported = h.reported(2, 'Publish yearly figures', 'Figures are published.', { gap: 'No common definition.' });
  const parked = h.reported(3, 'Hold a donor conference', 'A conference is held.');
  const refused = h.reported(1, 'Create a new agency', 'An agency is created.');
  const takenBack = h.reported(2, 'Pilot a joint visa', 'A visa is piloted.');
  h.takeBack(takenBack);
  h.report(takenBack, 'Reported again.');
  h.takeBack(takenBack);
  h.step('commenting');
  h.comment(carried, 'KEN-1', 'support', 'Kenya has had such desks since 2015.');
  const asked = h.comment(carried, 'CAN-1', 'question', 'Who pays for the desks?');
  h.comment(carried, 'pan-1', 'information', 'Cities report a cost of two posts a desk.', asked);
  const harsh = h.comment(carried, 'BRA-1', 'reservation', 'Words that the bureau took away.');
  h.act('mod', 'comment.hide', { itemId: carried, commentId: harsh, reason: 'Not on the item' });
  h.signal(carried, { support: ['KEN', 'GHA', 'NPL', 'POL', 'CHL', 'CAN'], live: ['JPN', 'FRA'], concern: ['BRA'] });
  for (const item of [carried, lost, ready]) h.stage(item, 'ready');
  h.stage(commented, 'under-comment');
  h.dispose(parked, 'parked', 'To be taken up in the next consultation');
  h.dispose(refused, 'not-taken-up', 'Outside the mandate');
  h.step('deciding');
  h.vote(carried, { yes: ['KEN', 'GHA', 'NPL', 'POL', 'CHL', 'CAN', 'JPN'], no: ['BRA', 'HUN'], abstain: ['FRA'] });
  h.stage(carried, 'decided');
  h.vote(lost, { yes: ['KEN'], no: ['MEX', 'BRA', 'NPL'] }, 'two-thirds');
  h.stage(lost, 'decided');
  return { carried, lost, ready, commented, reported, parked, refused, takenBack };
}

function secondPanel(h: House): string {
  h.openRooms({ panel: 2, rooms: 2, seed: 'evidence', attribution: 'none', question: 'Which figures do we lack?' });
  return h.reported(1, 'Agree on one definition of a returnee', bracketed(), { horizon: 'short', paragraph: 'par-2' });
}

function statute() {
  const words = rich(
    'Every municipality ',
    ...inBracket('b-1', 'shall'),
    { text: ' open ', note: 'New York Declaration, A/RES/71/1, paragraph 49.' },
    { text: 'one desk', bold: true },
    ' for migrants.',
  );
  return {
    brackets: { 'b-1': proposed('CAN') },
    blocks: [
      ...words.blocks,
      { kind: 'numbered' as const, level: 0, runs: [{ text: 'The desk speaks their languages.' }] },
      { kind: 'numbered' as const, level: 0, runs: [{ text: 'It works for all agencies:' }] },
      { kind: 'numbered' as const, level: 1, runs: [{ text: 'health,' }] },
      { kind: 'numbered' as const, level: 1, runs: [{ text: 'schools.' }] },
      { kind: 'bullet' as const, level: 0, runs: [{ text: 'A list without numbers', italic: true as const }] },
    ],
  };
}

function bracketed() {
  return {
    brackets: { 'b-9': proposed('MEX') },
    blocks: [
      {
        kind: 'paragraph' as const,
        level: 0,
        runs: [{ text: 'A returnee is ' }, { text: '', opens: 'b-9' }, { text: 'a person who' }],
      },
      { kind: 'paragraph' as const, level: 0, runs: [{ text: 'comes home.' }, { text: '', closes: 'b-9' }] },
    ],
  };
}

import { wordsOf } from '@shared/domain/amendments/changes.ts';
import type { Division } from '@shared/domain/divisions/shape.ts';
import type { DraftText } from '@shared/domain/draftText.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';

/** Which paragraphs are operative: the bureau says so before the first part is put. */
export function Operative({ division, draft }: { division: Division; draft: DraftText }) {
  const t = useT();
  const { send, refusal } = useCommand('division.markOperative');
  const operative = draft.blocks.flatMap((_, at) => (division.preambular.includes(at) ? [] : [at]));
  const mark = (at: number, isMarked: boolean) => {
    const blocks = isMarked ? [...operative, at] : operative.filter((each) => each !== at);
    if (blocks.length > 0) void send({ divisionId: division.id, blocks });
  };
  return (
    <Disclosure summary={t('amendments.operative')}>
      <p>{t('amendments.operativeWords')}</p>
      {draft.blocks.map((block, at) => (
        <Checkbox
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is known by its place in the text.
          key={at}
          label={<span dir="auto">{wordsOf(block)}</span>}
          checked={!division.preambular.includes(at)}
          onChange={(isMarked) => mark(at, isMarked)}
        />
      ))}
      <RefusalNote refusal={refusal} />
    </Disclosure>
  );
}

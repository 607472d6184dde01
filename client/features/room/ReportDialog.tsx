import type { ActionItem } from '@shared/domain/actionItem.ts';
import { missingAnchors } from '@shared/domain/anchors.ts';
import type { Room } from '@shared/domain/room.ts';
import { type FormEvent, useId, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplicaValue } from '../../sync/Seat.tsx';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Dialog } from '../../ui/aria/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './DraftPane.module.css';
import { gapsOf, useOpenConcreteness } from './useConcreteness.ts';

const longestWaiver = 500;

interface ReportDialogProps {
  room: Room;
  item: ActionItem;
  number: number;
  onClose: () => void;
}

/** Before a draft leaves the room: is there no objection, and why is it reported with what it lacks? */
export function ReportDialog({ room, item, number, onClose }: ReportDialogProps) {
  const t = useT();
  const formId = useId();
  const { submit, isPending, refusal, form, set, errors, gaps, lacking } = useReport(room, item, onClose);
  const brackets = useReplicaValue((replica) => replica.figures[item.id]?.brackets ?? 0);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      locked={isPending}
      title={t('room.report.title')}
      acts={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} icon="report" pending={isPending}>
            {t('room.report.confirm')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap={4}>
          <p className={styles.reportedTitle}>
            {number}. <bdi>{item.title}</bdi>
          </p>
          <p>{t('room.report.what')}</p>
          {brackets > 0 && <Notice tone="caution">{t('room.report.brackets', { n: brackets })}</Notice>}
          {gaps.length + lacking.length > 0 && (
            <>
              <Notice tone="caution">
                <p>{t('room.report.gaps')}</p>
                <ul className={styles.gaps}>
                  {gaps.map((gap) => (
                    <li key={gap}>{t(`room.report.gap.${gap}`)}</li>
                  ))}
                  {lacking.map((anchor) => (
                    <li key={anchor}>{t(`fields.lacking.${anchor}`)}</li>
                  ))}
                </ul>
              </Notice>
              <TextArea
                label={t('room.report.waiver')}
                hint={t('room.report.waiverHint')}
                rows={3}
                limit={longestWaiver}
                value={form.waiver}
                onChange={(waiver) => set({ ...form, waiver })}
                error={errors.waiver}
              />
            </>
          )}
          <Checkbox
            label={t('room.report.noObjection')}
            hint={t('room.report.noObjectionHint')}
            checked={form.isUnopposed}
            onChange={(isUnopposed) => set({ ...form, isUnopposed })}
            error={errors.objection}
          />
          <RefusalNote refusal={refusal} />
        </Stack>
      </form>
    </Dialog>
  );
}

function useReport(room: Room, item: ActionItem, onDone: () => void) {
  const t = useT();
  const announce = useAnnounce();
  const { send, isPending, refusal } = useCommand('actionItem.report');
  const [form, set] = useState({ waiver: '', isUnopposed: false });
  const [isAsked, setAsked] = useState(false);
  const gaps = gapsOf(item.fields, useOpenConcreteness(item.fields));
  const lacking = missingAnchors(item.fields);
  const isComplete = gaps.length + lacking.length === 0;
  const waiver = form.waiver.trim();
  const errors = {
    waiver: isAsked && !isComplete ? waiverProblem(waiver, t) : undefined,
    objection: isAsked && !form.isUnopposed ? t('room.report.objectionMissing') : undefined,
  };
  const isWhole = form.isUnopposed && (isComplete || (waiver !== '' && waiver.length <= longestWaiver));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isWhole) return;
    const answer = await send({ roomId: room.id, itemId: item.id, ...(isComplete ? {} : { waiver }) });
    if (!answer.ok) return;
    announce(t('room.report.done', { title: item.title }));
    onDone();
  };
  return { submit, isPending, refusal, form, set, errors, gaps, lacking };
}

function waiverProblem(waiver: string, t: ReturnType<typeof useT>): string | undefined {
  if (waiver === '') return t('room.report.waiverMissing');
  return waiver.length > longestWaiver ? t('room.problem.long') : undefined;
}

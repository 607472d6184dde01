import { invited } from '@shared/domain/formation.ts';
import { regionalGroups } from '@shared/domain/kernel/words.ts';
import type { Panel } from '@shared/domain/panel.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { RegionOf } from '../../parts/RegionOf.tsx';
import { useReplica, useReplicaValue, useSeat } from '../../sync/Seat.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { Figures } from './Figures.tsx';
import styles from './OpeningNow.module.css';
import { useProposal } from './useProposal.ts';

/** Before the rooms: the questions, who is invited and here, how far the rooms are prepared. */
export function OpeningNow({ panel }: { panel: Panel }) {
  const t = useT();
  return (
    <Stack gap={6}>
      <Section title={t('steering.questions')}>
        {panel.questions.length === 0 ? (
          <p>{t('steering.questions.none')}</p>
        ) : (
          <ol className={styles.questions}>
            {panel.questions.map((question) => (
              <li key={question} dir="auto">
                {question}
              </li>
            ))}
          </ol>
        )}
      </Section>
      <FormationNow panel={panel} />
    </Stack>
  );
}

/** Who can be seated, by regional group, and the rooms that are being prepared. */
export function FormationNow({ panel }: { panel: Panel }) {
  const t = useT();
  const format = useFormat();
  const { consultationId } = useSeat();
  const delegations = useReplica(({ plenary }) => plenary.delegation);
  const here = useReplicaValue(({ presence }) => presence['']?.here);
  const proposal = useProposal(panel.id);
  const counts = useMemo(() => {
    const ids = invited({ plenary: { delegation: delegations } });
    const isHere = new Set(here ?? []);
    const groupOf = (id: string) => delegations.byId[delegations.participants[id]?.delegationId ?? '']?.regionalGroup;
    const rows = [...regionalGroups, null].map((region) => {
      const own = ids.filter((id) => (groupOf(id) ?? null) === region);
      return { region, invited: own.length, here: own.filter((id) => isHere.has(id)).length };
    });
    return { rows, invited: ids.length, here: ids.filter((id) => isHere.has(id)).length };
  }, [delegations, here]);
  return (
    <Section
      title={t('steering.formation')}
      acts={
        <LinkButton href={`/c/${consultationId}/seating/${panel.id}`} shortcut="F" icon="people">
          {proposal ? t('steering.formation.goOn') : t('steering.formation.begin')}
        </LinkButton>
      }
    >
      <Figures
        figures={[
          { key: 'invited', value: format.number(counts.invited), label: t('steering.formation.invited') },
          { key: 'here', value: format.number(counts.here), label: t('steering.formation.here') },
          {
            key: 'rooms',
            value: format.number(proposal?.rooms.length ?? 0),
            label: t('steering.formation.rooms', { n: proposal?.rooms.length ?? 0 }),
          },
        ]}
      />
      <ul className={styles.regions}>
        {counts.rows.map((row) => (
          <li key={row.region ?? 'none'}>
            <RegionOf region={row.region} /> {t('steering.formation.hereOf', { here: row.here, invited: row.invited })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

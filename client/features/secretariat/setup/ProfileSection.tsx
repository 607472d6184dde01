import { ProfileId } from '@shared/domain/ruleProfile.ts';
import { useT } from '../../../i18n/I18n.tsx';
import { RefusalNote } from '../../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../../sync/Seat.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';

/** What the results of votes are worth; fixed with the first vote. */
export function ProfileSection() {
  const t = useT();
  const consultation = useReplica(({ plenary }) => plenary.consultation);
  const hasVotes = useReplica(({ plenary }) => plenary.vote.order.length > 0);
  const { send, isPending, refusal } = useCommand('consultation.chooseProfile');
  if (consultation.phase === 'unopened') return null;
  return (
    <Section title={t('secretariat.profile')}>
      <Stack gap={3}>
        <RefusalNote refusal={refusal} />
        <RadioGroup
          label={t('secretariat.profile')}
          labelHidden
          value={consultation.profile}
          onChange={(profile) => void send({ profile })}
          hint={t(hasVotes ? 'secretariat.profile.fixed' : 'secretariat.profile.hint')}
          disabled={hasVotes || isPending || consultation.phase === 'closed'}
          options={ProfileId.options.map((value) => ({
            value,
            label: t(`rules.name.${value}`),
            hint: t(`rules.words.${value}`),
          }))}
        />
      </Stack>
    </Section>
  );
}

import { ProfileId } from '@shared/domain/ruleProfile.ts';
import { hasDecided } from '@shared/domain/underDecision.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { ProfileDialog } from './ProfileDialog.tsx';

/** For the bureau: the four rule profiles, changed after a question until something is opened for decision. */
export function ProfileChooser() {
  const t = useT();
  const consultation = useReplica(({ plenary }) => plenary.consultation);
  const isFixed = useReplica(({ plenary }) => hasDecided(plenary));
  const [wanted, setWanted] = useState<ProfileId | null>(null);
  if (consultation.phase === 'unopened') return null;
  const hint = consultation.phase === 'closed' ? 'closed' : isFixed ? 'fixed' : 'hint';
  return (
    <>
      <RadioGroup
        label={t('rules.choose')}
        labelHidden
        value={consultation.profile}
        onChange={setWanted}
        hint={t(`rules.choose.${hint}`)}
        disabled={hint !== 'hint'}
        options={ProfileId.options.map((value) => ({
          value,
          label: t(`rules.name.${value}`),
          hint: t(`rules.words.${value}`),
        }))}
      />
      {wanted && <ProfileDialog now={consultation.profile} wanted={wanted} onClose={() => setWanted(null)} />}
    </>
  );
}

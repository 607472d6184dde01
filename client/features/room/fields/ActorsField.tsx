import type { ActorRef } from '@shared/domain/itemFields.ts';
import { useMemo } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { TagPicker } from '../../../ui/aria/TagPicker.tsx';
import { useField } from '../useFieldDesk.ts';
import { actorOf, actorValue } from './actorValues.ts';
import { Marked, useFieldError } from './Marked.tsx';
import { useActorOptions } from './useActorOptions.tsx';

/** Who leads or helps: delegations of the consultation, organizations of the tables, or a kind of actor in one's own words. */
export function ActorsField(props: { itemId: string; field: 'lead' | 'partners'; saved: readonly ActorRef[] }) {
  const { itemId, field, saved } = props;
  const t = useT();
  const state = useField<readonly ActorRef[]>(itemId, field, saved);
  const error = useFieldError(field, state);
  const { listed, find } = useActorOptions();
  const options = useMemo(() => {
    const inWords = state.value.flatMap((actor) =>
      actor.kind === 'words' ? { value: actorValue(actor), label: actor.text } : [],
    );
    return [...listed, ...inWords];
  }, [listed, state.value]);
  return (
    <Marked phase={state.phase}>
      <TagPicker
        label={t(`room.field.${field}`)}
        values={state.value.map(actorValue)}
        onChange={(values) => state.choose(values.flatMap((value) => actorOf(value) ?? []))}
        options={options}
        find={find}
        max={field === 'lead' ? 20 : 40}
        placeholder={t('room.actors.search')}
        error={error}
      />
    </Marked>
  );
}

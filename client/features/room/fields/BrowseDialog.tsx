import { type Browsed, nodeId, type PickerNode } from '@shared/data/pickerTree.ts';
import { useMemo, useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { Dialog } from '../../../ui/aria/Dialog.tsx';
import { optionsMatching } from '../../../ui/aria/optionSearch.ts';
import { type TreeOption, TreePicker } from '../../../ui/aria/TreePicker.tsx';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { FieldList } from './useFieldList.ts';

interface BrowseDialogProps {
  list: FieldList;
  values: readonly string[];
  onChange: (values: string[]) => void;
  max: number;
  onClose: () => void;
}

/** A list of the reference data as a tree: goals with their targets and indicators, objectives and instruments in groups. */
export function BrowseDialog({ list, values, onChange, max, onClose }: BrowseDialogProps) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const { options, open } = useBranches(list, typed);
  const title = t(`fields.browse.${list.kind}`);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      acts={
        <Button kind="primary" onClick={onClose}>
          {t('fields.browse.done')}
        </Button>
      }
    >
      <Stack gap={3}>
        <TextField
          // Only Agenda 2030 has its words in all of them.
          label={t(list.kind === 'target' || list.kind === 'indicator' ? 'fields.browse.find' : 'fields.browse.search')}
          {...{ icon: 'search', type: 'search', value: typed }}
          onChange={setTyped}
        />
        {list.picker ? (
          <TreePicker
            // What is typed decides anew what stands open.
            key={typed.trim()}
            label={title}
            {...{ options, open, values, onChange, max }}
          />
        ) : (
          <Skeleton lines={8} />
        )}
        <p role="status">{t('fields.browse.chosen', { n: values.length })}</p>
      </Stack>
    </Dialog>
  );
}

/** The branches that are left of a list for what is typed, the map's own instruments last. */
function useBranches({ picker, own }: FieldList, typed: string): { options: TreeOption[]; open: ReadonlySet<string> } {
  const t = useT();
  return useMemo(() => {
    const { nodes, open }: Browsed = picker?.tree?.browse(typed) ?? { nodes: [], open: new Set() };
    const optionOf = (node: PickerNode): TreeOption => {
      const children = node.children.map(optionOf);
      if ('group' in node)
        return { value: nodeId(node), label: t(`fields.group.${node.group}`), isChoice: false, children };
      const { id, label, detail } = node.source;
      return { value: id, label, detail, isChoice: node.isChoice, children, mark: <MigrationMark node={node} /> };
    };
    const added = typed.trim() === '' ? own : optionsMatching(own, typed);
    const ownGroup: TreeOption = {
      ...{ value: 'group:own', label: t('fields.group.own'), isChoice: false },
      children: added.map(({ value, label, detail = '' }) => ({ value, label, detail, isChoice: true, children: [] })),
    };
    return {
      options: [...nodes.map(optionOf), ...(added.length > 0 ? [ownGroup] : [])],
      open: new Set(typed.trim() === '' ? open : [...open, ownGroup.value]),
    };
  }, [picker, own, typed, t]);
}

/** Says of an entry that it is on migration, of what stands over one that it includes it. */
function MigrationMark({ node }: { node: PickerNode }) {
  const t = useT();
  if (isOnMigration(node)) return <Badge tone="accent">{t('fields.onMigration')}</Badge>;
  const isOver = (each: PickerNode): boolean => isOnMigration(each) || each.children.some(isOver);
  return node.children.some(isOver) ? <Badge outlined>{t('fields.withMigration')}</Badge> : null;
}

const isOnMigration = (node: PickerNode) => !('group' in node) && node.source.isFeatured === true;

import { useT } from '../../i18n/I18n.tsx';
import { NativeSelect, type SelectOption } from '../../ui/NativeSelect.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './FilterBar.module.css';

/** One choice by which a table is narrowed; empty means all. */
export interface Filter {
  name: string;
  label: string;
  options: readonly SelectOption[];
}

/** Search and filters over a table, and how many rows they leave. */
export function FilterBar(props: {
  /** The filters' values by name; `q` is the search. */
  values: Record<string, string>;
  onChange: (change: Record<string, string>) => void;
  searchLabel: string;
  filters: readonly Filter[];
  count: string;
}) {
  const t = useT();
  const { values, onChange, filters } = props;
  return (
    <search className={styles.bar}>
      <TextField
        label={props.searchLabel}
        type="search"
        icon="search"
        value={values.q ?? ''}
        onChange={(q) => onChange({ q })}
      />
      {filters.map(({ name, label, options }) => (
        <NativeSelect
          key={name}
          label={label}
          placeholder={t('secretariat.filter.all')}
          value={values[name] ?? ''}
          onChange={(value) => onChange({ [name]: value })}
          options={options}
        />
      ))}
      <p className={styles.count} role="status">
        {props.count}
      </p>
    </search>
  );
}

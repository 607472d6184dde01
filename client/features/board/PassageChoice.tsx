import type { TabledItem } from '@shared/domain/board.ts';
import { lettersOf } from '@shared/domain/passage.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Cluster } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Comments.module.css';
import { typedPassage } from './passageDom.ts';
import type { PassageDesk } from './usePassageDesk.ts';

/** What a comment is on: the item, or words of its text – selected there, or typed by who does not select. */
export function PassageChoice({ item, desk }: { item: TabledItem; desk: PassageDesk }) {
  const t = useT();
  const [isTyping, setTyping] = useState(false);
  if (desk.next)
    return (
      <div className={cx(styles.on, styles.next)}>
        <span>{t('board.comment.on')}</span>
        <q className={styles.quote} dir="auto">
          {desk.next.quote}
        </q>
        <IconButton icon="close" size="small" label={t('board.comment.onItem')} onClick={() => desk.setNext(null)} />
      </div>
    );
  if (isTyping) return <TypedPassage item={item} desk={desk} onClose={() => setTyping(false)} />;
  return (
    <p className={styles.quiet}>
      {t('board.comment.select')}{' '}
      <Button kind="plain" size="small" onClick={() => setTyping(true)}>
        {t('board.comment.type')}
      </Button>
    </p>
  );
}

function TypedPassage({ item, desk, onClose }: { item: TabledItem; desk: PassageDesk; onClose: () => void }) {
  const t = useT();
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const found = typedPassage(item.current.draft.blocks.map(lettersOf), words);
  const choose = () => {
    setTried(true);
    if (!found) return;
    desk.setNext(found);
    onClose();
  };
  return (
    <>
      <TextField
        label={t('board.comment.words')}
        hint={t('board.comment.wordsHint')}
        dir="auto"
        maxLength={300}
        autoFocus
        value={words}
        onChange={setWords}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          choose();
        }}
        error={isTried && !found ? t('board.comment.wordsMissing') : undefined}
      />
      <Cluster>
        <Button size="small" onClick={choose}>
          {t('board.comment.use')}
        </Button>
        <Button kind="plain" size="small" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </Cluster>
    </>
  );
}

import { Box, Dialog, InputBase } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { useRemembered } from '#src/shared/ui/remembered.ts';
import { atRest, readRecent, sectionsOf, withRecent, type Action, type Entry, type FoundPlace } from './entries.ts';
import { ResultList } from './result-list.tsx';

interface SearchPaletteProps {
  /** The world whose places are remembered: a place of one is none of another. */
  readonly scenario: string;
  readonly actions: readonly Action[];
  readonly onGo: (place: FoundPlace) => void;
  readonly onClose: () => void;
}

const listId = 'search-results';

/** *Search or go to*: places by name and actions, by keyboard first. */
export function SearchPalette({ scenario, actions, onGo, onClose }: SearchPaletteProps) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [remembered, remember] = useRemembered<string>(`vesper.recent.${scenario}`, '[]');
  const recent = readRecent(remembered);
  const typed = text.trim();
  const search = useQuery({
    ...queryOf('search', { query: { search: typed } }),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  });
  const sections = typed === '' ? atRest(recent, actions) : sectionsOf(search.data, actions, typed);
  const entries = sections.flatMap((section) => section.entries);
  const chosen = entries[Math.min(active, entries.length - 1)];
  const waiting = typed !== '' && (search.isPending || search.isPlaceholderData);

  const choose = (entry: Entry) => {
    if (entry.kind === 'action' && entry.action.whyNot !== null) return;
    onClose();
    if (entry.kind === 'action') {
      entry.action.run();
      return;
    }
    remember(JSON.stringify(withRecent(recent, entry.place)));
    onGo(entry.place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = entries.length - 1;
    const at = Math.min(active, last);
    const next = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setActive(next);
    }
    if (event.key === 'Enter' && chosen && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(chosen);
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth={false}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{
        paper: {
          'aria-label': 'Search or go to',
          sx: { width: 620, m: 2, mt: { xs: 2, sm: '10vh' }, maxHeight: '70vh' },
        },
      }}
    >
      <InputBase
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to type into this box
        autoFocus
        fullWidth
        placeholder="Search groups, devices, policies, tasks and actions"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        inputProps={{
          role: 'combobox',
          'aria-label': 'Search or go to',
          'aria-autocomplete': 'list',
          'aria-expanded': entries.length > 0,
          'aria-controls': entries.length > 0 ? listId : undefined,
          'aria-activedescendant': chosen?.key,
          spellCheck: false,
        }}
        sx={{ px: 4, py: 2, flex: 'none', fontSize: '0.9375rem', borderBottom: 1, borderColor: 'divider' }}
      />
      <ResultList id={listId} sections={sections} active={chosen?.key} onChoose={choose} />
      <Box role="status" sx={{ px: 4, py: entries.length > 0 ? 0 : 4, color: 'text.secondary' }}>
        {search.isError && typed !== '' && `Nothing could be searched. ${sentenceOf(search.error)}`}
        {!search.isError && !waiting && entries.length === 0 && `Nothing is named “${typed}”.`}
      </Box>
    </Dialog>
  );
}

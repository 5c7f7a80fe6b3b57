import { Box, InputBase } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { isSearchTooLong } from '#src/shared/api/search-limit.ts';
import { Announcement } from '#src/shared/ui/feedback/announcement.tsx';
import { TopDialog } from '#src/shared/ui/dialog/top-dialog.tsx';
import { useSearchContext } from './use-search-context.ts';
import {
  defaultSections,
  resultSections,
  removeRecent,
  type Action,
  type Entry,
  type FoundObject,
  filterPreviousResults,
} from './search-results.ts';
import { useRecent } from './use-recent.ts';
import { ResultList } from './result-list.tsx';
import type { FoundSetting } from './settings-search.ts';

interface SearchPaletteProps {
  /** The world whose places are remembered: a place of one is none of another. */
  readonly scenario: string;
  readonly actions: readonly Action[];
  readonly onGo: (place: FoundObject) => void;
  readonly onSetting: (found: FoundSetting) => void;
  readonly onClose: () => void;
}

const listId = 'search-results';

/** *Search or go to*: places by name, settings and actions, by keyboard first. */
export function SearchPalette({ scenario, actions, onGo, onSetting, onClose }: SearchPaletteProps) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [announcement, setAnnouncement] = useState('');
  const { here, owners } = useSearchContext();
  const { recent, forget, forgetAll } = useRecent(scenario);
  const typed = text.trim();
  const search = useQuery({
    ...queryOf('search', { query: { search: typed } }),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  });
  const found = search.data && search.isPlaceholderData ? filterPreviousResults(search.data, typed) : search.data;
  const elsewhere = here ? removeRecent(recent, here) : recent;
  const clear: Action = { name: 'Clear recent places', whyNot: null, run: forgetAll };
  const all = elsewhere.length > 0 ? [...actions, clear] : actions;
  const sections =
    typed === '' ? defaultSections(elsewhere, all) : resultSections(found, { actions: all, owners }, typed);
  const entries = sections.flatMap((section) => section.entries);
  const chosen = entries[Math.min(active, entries.length - 1)];
  const waiting = typed !== '' && (search.isPending || search.isPlaceholderData);

  const choose = (entry: Entry) => {
    if (entry.kind === 'action' && entry.action.whyNot !== null) return;
    onClose();
    if (entry.kind === 'action') entry.action.run();
    else if (entry.kind === 'setting') onSetting(entry.found);
    else onGo(entry.place);
  };
  const remove = (place: FoundObject) => {
    forget(place);
    setAnnouncement(`${place.name} is removed from Recent.`);
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
    // Nothing is typed where recent places are listed, so there is nothing else to delete.
    if (event.key === 'Delete' && chosen?.kind === 'place' && chosen.recent) remove(chosen.place);
  };

  return (
    <TopDialog
      onClose={onClose}
      maxWidth={false}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{
        paper: {
          'aria-label': 'Search or go to',
          sx: { width: 680, m: 2, mt: { xs: 2, sm: '10vh' }, maxHeight: { xs: 'calc(100% - 16px)', sm: '76vh' } },
        },
      }}
    >
      <InputBase
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to type into this box
        autoFocus
        fullWidth
        placeholder="Search groups, devices, policies, tasks, settings and actions"
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
          'aria-describedby': `${listId}-keys`,
          spellCheck: false,
        }}
        sx={{ px: 4, py: 2, flex: 'none', fontSize: '0.9375rem', borderBottom: 1, borderColor: 'divider' }}
      />
      <ResultList id={listId} sections={sections} active={chosen?.key} onChoose={choose} onForget={remove} />
      <Box role="status" sx={{ px: 4, py: entries.length > 0 ? 0 : 4, color: 'text.secondary' }}>
        {search.isError &&
          typed !== '' &&
          `${isSearchTooLong(search.error) ? 'Search text too long' : 'Nothing could be searched'}. ${sentenceOf(search.error)}`}
        {!search.isError && !waiting && entries.length === 0 && `Nothing is named “${typed}”.`}
      </Box>
      <Announcement>{announcement}</Announcement>
      <Box
        id={`${listId}-keys`}
        sx={{
          px: 4,
          py: 1.5,
          flex: 'none',
          borderTop: 1,
          borderColor: 'divider',
          color: 'text.secondary',
          typography: 'body2',
          '@media (max-height: 420px)': { display: 'none' },
        }}
      >
        ↑ ↓ choose · Enter opens · Esc closes
        {typed === '' && elsewhere.length > 0 && ' · Delete takes a place out of Recent'}
      </Box>
    </TopDialog>
  );
}

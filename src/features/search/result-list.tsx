import { Box, Typography } from '@mui/material';
import type { Entry, FoundObject, Section } from './search-results.ts';
import { settingPath } from './settings-search.ts';

interface ResultListProps {
  readonly id: string;
  readonly sections: readonly Section[];
  /** The key of the entry that Enter would choose. */
  readonly active: string | undefined;
  readonly onChoose: (entry: Entry) => void;
  /** Takes a place out of *Recent*. */
  readonly onForget: (place: FoundObject) => void;
}

/** The results under their kinds. The focus stays in the search box, and so do the keys, as in every combobox. */
export function ResultList({ id, sections, active, onChoose, onForget }: ResultListProps) {
  if (sections.length === 0) return null;
  return (
    <Box id={id} role="listbox" aria-label="Results" sx={{ overflow: 'auto', p: 2, minHeight: 0 }}>
      {sections.map(({ label, entries }) => (
        <Box key={label} role="group" aria-label={label} sx={{ '& + &': { mt: 2 } }}>
          <Typography variant="body2" color="textSecondary" aria-hidden sx={{ px: 2, pb: 1 }}>
            {label}
          </Typography>
          {entries.map((entry) => (
            <Option
              key={entry.key}
              entry={entry}
              active={entry.key === active}
              onChoose={onChoose}
              onForget={onForget}
            />
          ))}
        </Box>
      ))}
    </Box>
  );
}

interface OptionProps {
  readonly entry: Entry;
  readonly active: boolean;
  readonly onChoose: (entry: Entry) => void;
  readonly onForget: (place: FoundObject) => void;
}

/** The name of an entry, where it is, and of what kind it is. */
function entryText(entry: Entry): readonly [name: string, place: string, kind: string] {
  switch (entry.kind) {
    case 'place':
      return [entry.place.name, entry.place.path.join(' / '), kinds[entry.place.kind]];
    case 'setting':
      return [entry.found.setting.name, settingPath(entry.found).join(' / '), 'Setting'];
    case 'action':
      return [entry.action.name, entry.action.whyNot ?? '', 'Action'];
    default:
      return entry satisfies never;
  }
}

const kinds: Readonly<Record<FoundObject['kind'], string>> = {
  group: 'Group',
  device: 'Device',
  policy: 'Policy',
  task: 'Task',
};

function Option({ entry, active, onChoose, onForget }: OptionProps) {
  const [name, path, kind] = entryText(entry);
  const refused = entry.kind === 'action' && entry.action.whyNot !== null;
  const recent = entry.kind === 'place' && entry.recent ? entry.place : null;
  return (
    <Box
      id={entry.key}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-disabled={refused}
      ref={active ? intoView : undefined}
      onClick={() => {
        onChoose(entry);
      }}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        minHeight: 32,
        px: 2,
        borderRadius: 1,
        cursor: refused ? 'not-allowed' : 'pointer',
        bgcolor: active ? 'vesper.chosen' : undefined,
        '&:hover': { bgcolor: active ? 'vesper.chosen' : 'action.hover' },
      }}
    >
      <Box
        component="span"
        title={name}
        sx={{
          ...oneLine,
          flex: '0 1 auto',
          color: refused ? 'text.secondary' : active ? 'primary.main' : undefined,
          fontWeight: 550,
        }}
      >
        {name}
      </Box>
      <Box component="span" sx={{ ...oneLine, flex: '1 4 0', fontSize: '0.75rem', color: 'text.secondary' }}>
        {path}
      </Box>
      <Box component="span" sx={{ flex: 'none', fontSize: '0.75rem', color: 'text.secondary' }}>
        {kind}
      </Box>
      {recent && (
        <Box
          component="span"
          // For the mouse: an option holds no button. By keyboard, Delete does the same.
          aria-hidden
          title="Remove from Recent"
          onClick={(event) => {
            event.stopPropagation();
            onForget(recent);
          }}
          sx={{ flex: 'none', width: 24, lineHeight: '24px', textAlign: 'center', borderRadius: 1, ...onHover }}
        >
          ✕
        </Box>
      )}
    </Box>
  );
}

const onHover = { color: 'text.secondary', '&:hover': { color: 'text.primary', bgcolor: 'action.hover' } } as const;
const oneLine = { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const intoView = (option: HTMLElement | null) => {
  option?.scrollIntoView({ block: 'nearest' });
};

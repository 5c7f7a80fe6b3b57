import { Box, Typography } from '@mui/material';
import type { Entry, Section } from './entries.ts';

interface ResultListProps {
  readonly id: string;
  readonly sections: readonly Section[];
  /** The key of the entry that Enter would choose. */
  readonly active: string | undefined;
  readonly onChoose: (entry: Entry) => void;
}

/** The results under their kinds. The focus stays in the search box, and so do the keys, as in every combobox. */
export function ResultList({ id, sections, active, onChoose }: ResultListProps) {
  if (sections.length === 0) return null;
  return (
    <Box id={id} role="listbox" aria-label="Results" sx={{ overflow: 'auto', p: 2, minHeight: 0 }}>
      {sections.map(({ label, entries }) => (
        <Box key={label} role="group" aria-label={label} sx={{ '& + &': { mt: 2 } }}>
          <Typography variant="body2" color="textSecondary" aria-hidden sx={{ px: 2, pb: 1 }}>
            {label}
          </Typography>
          {entries.map((entry) => (
            <Option key={entry.key} entry={entry} active={entry.key === active} onChoose={onChoose} />
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
}

function Option({ entry, active, onChoose }: OptionProps) {
  const [name, kind, path] =
    entry.kind === 'place'
      ? [entry.place.name, entry.place.kind, entry.place.path.join(' / ')]
      : [entry.action.name, 'action', entry.action.whyNot ?? ''];
  const refused = entry.kind === 'action' && entry.action.whyNot !== null;
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
        {kind[0]?.toUpperCase()}
        {kind.slice(1)}
      </Box>
    </Box>
  );
}

const oneLine = { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const intoView = (option: HTMLElement | null) => {
  option?.scrollIntoView({ block: 'nearest' });
};

import { Box, Button, Dialog, DialogActions, DialogTitle, Link as MuiLink, Tooltip, Typography } from '@mui/material';
import { useBlocker } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Section } from '#src/shared/navigation/place.ts';

export interface SectionEntry {
  readonly id: Section;
  readonly title: string;
  /** A heading above it in the navigation, itself no place to go. */
  readonly under?: string;
}

interface PropertiesWindowProps {
  readonly name: string;
  readonly about: string;
  readonly sections: readonly SectionEntry[];
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  /** What differs from what is saved, in words; empty when nothing does. */
  readonly changes: readonly string[];
  readonly saving: boolean;
  /** Saves; resolves to true once the answer is there. */
  readonly onSave: () => Promise<boolean>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A *Properties* window: sections on the left, OK, Cancel and Apply below. Closing it, leaving the page and Back ask
 * first, but only when something differs from what is saved.
 */
export function PropertiesWindow(props: PropertiesWindowProps) {
  const { name, about, sections, section, onSection, changes, saving, onSave, onClose, children } = props;
  const [closing, setClosing] = useState(false);
  const dirty = changes.length > 0;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && !closing && leavesWindow(current.search, next.search),
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  const close = () => {
    if (dirty) setClosing(true);
    else onClose();
  };
  const asking = closing || blocker.status === 'blocked';
  return (
    <Dialog
      open
      onClose={close}
      maxWidth={false}
      aria-labelledby="window-title"
      slotProps={{ paper: { sx: { width: 1120, height: '86vh' } } }}
    >
      <DialogTitle
        component="div"
        sx={{ display: 'flex', gap: 3, alignItems: 'baseline', borderBottom: 1, borderColor: 'divider' }}
      >
        <Typography variant="h2" component="h2" id="window-title" noWrap title={name}>
          Properties: {name}
        </Typography>
        <Typography color="textSecondary" noWrap>
          {about}
        </Typography>
      </DialogTitle>
      <Box sx={{ display: 'flex', flex: 1, minHeight: 0, flexDirection: { xs: 'column', sm: 'row' } }}>
        <Sections entries={sections} current={section} onSection={onSection} />
        <Box sx={{ flex: 1, overflow: 'auto', p: 5, minWidth: 0 }}>{children}</Box>
      </Box>
      <DialogActions sx={{ px: 5, py: 3, borderTop: 1, borderColor: 'divider' }}>
        <Typography role="status" color="textSecondary" sx={{ mr: 'auto' }} noWrap title={changes.join('; ')}>
          {dirty ? `${String(changes.length)} unsaved: ${changes.join('; ')}` : 'Everything is saved'}
        </Typography>
        <Button
          variant="contained"
          color="primary"
          disabled={saving}
          onClick={() => {
            if (!dirty) onClose();
            else
              void onSave().then((saved) => {
                if (saved) {
                  onClose();
                }
              });
          }}
        >
          OK
        </Button>
        <Button onClick={close}>Cancel</Button>
        <Tooltip title={dirty ? '' : 'Nothing differs from what is saved'}>
          <span>
            <Button disabled={!dirty || saving} onClick={() => void onSave()}>
              Apply
            </Button>
          </span>
        </Tooltip>
      </DialogActions>
      {asking && (
        <UnsavedQuestion
          changes={changes}
          onDiscard={() => {
            if (blocker.status === 'blocked') blocker.proceed();
            else onClose();
          }}
          onStay={() => {
            setClosing(false);
            blocker.reset?.();
          }}
        />
      )}
    </Dialog>
  );
}

// Another section, or the dialog over the window, is still the same window.
function leavesWindow(current: object, next: object): boolean {
  return ['policy', 'device'].some((key) => Reflect.get(current, key) !== Reflect.get(next, key));
}

function UnsavedQuestion({
  changes,
  onDiscard,
  onStay,
}: {
  changes: readonly string[];
  onDiscard: () => void;
  onStay: () => void;
}) {
  return (
    <Dialog open onClose={onStay} aria-labelledby="unsaved-title">
      <DialogTitle variant="h2" id="unsaved-title">
        Close without saving?
      </DialogTitle>
      <Box sx={{ px: 6, pb: 2 }}>
        {changes.map((change) => (
          <Typography key={change}>{change}</Typography>
        ))}
      </Box>
      <DialogActions>
        <Button variant="contained" color="primary" onClick={onStay}>
          Keep editing
        </Button>
        <Button onClick={onDiscard}>Discard changes</Button>
      </DialogActions>
    </Dialog>
  );
}

function Sections({
  entries,
  current,
  onSection,
}: {
  entries: readonly SectionEntry[];
  current: Section;
  onSection: (s: Section) => void;
}) {
  return (
    <Box
      component="nav"
      aria-label="Sections"
      sx={{
        width: { sm: 230 },
        flex: 'none',
        p: 2,
        borderRight: { sm: 1 },
        borderColor: { sm: 'divider' },
        bgcolor: 'background.default',
      }}
    >
      {entries.map((entry) => (
        <Box key={entry.id}>
          {entry.under !== undefined && (
            <Typography color="textSecondary" sx={{ px: 3, pt: 2, pb: 1 }}>
              {entry.under}
            </Typography>
          )}
          <MuiLink
            component="button"
            type="button"
            underline="none"
            aria-current={entry.id === current ? 'page' : undefined}
            onClick={() => {
              onSection(entry.id);
            }}
            sx={{
              display: 'block',
              width: '100%',
              textAlign: 'left',
              minHeight: 30,
              px: entry.under === undefined ? 3 : 6,
              borderRadius: 1,
              color: entry.id === current ? 'primary.main' : 'text.primary',
              fontWeight: entry.id === current ? 600 : 400,
              bgcolor: entry.id === current ? 'vesper.chosen' : undefined,
            }}
          >
            {entry.title}
          </MuiLink>
        </Box>
      ))}
    </Box>
  );
}

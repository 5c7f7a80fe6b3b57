import { Box, Dialog, DialogActions, DialogTitle, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Section } from '#src/shared/navigation/route-location.ts';
import { SectionList, type SectionEntry } from './section-list.tsx';

interface WindowFrameProps {
  /** Null while loading. */
  readonly name: string | null;
  readonly about: ReactNode;
  readonly sections: readonly SectionEntry[];
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  readonly onClose: () => void;
  readonly drawer?: ReactNode;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

/** On a low viewport, as at 400 % zoom, the whole window scrolls instead of its parts. */
const low = '@media (max-height: 420px)';

/** The layout of a *Properties* window: title, sections, content, footer. */
export function WindowFrame(props: WindowFrameProps) {
  const { name, about, sections, section, onSection, onClose, drawer, footer, children } = props;
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth={false}
      aria-labelledby="window-title"
      slotProps={{
        paper: {
          sx: {
            width: 1120,
            maxWidth: 'calc(100% - 32px)',
            height: { xs: 'calc(100% - 32px)', md: '86vh' },
            m: 4,
            [low]: { height: 'calc(100% - 8px)', maxHeight: 'none', m: 1 },
          },
        },
      }}
    >
      <DialogTitle
        component="div"
        // Without an id it takes the dialog's, and the status line would become part of the accessible name.
        id="window-head"
        sx={{
          display: 'flex',
          flexWrap: { xs: 'wrap', md: 'nowrap' },
          columnGap: 3,
          alignItems: 'baseline',
          px: 5,
          borderBottom: 1,
          borderColor: 'divider',
          [low]: { py: 2 },
        }}
      >
        <Typography variant="h2" component="h2" id="window-title" noWrap title={name ?? undefined}>
          {name === null ? 'Properties' : `Properties: ${name}`}
        </Typography>
        <Typography color="textSecondary" component="div" noWrap>
          {about}
        </Typography>
      </DialogTitle>
      <Box
        sx={{
          display: 'flex',
          flex: 1,
          minHeight: 0,
          flexDirection: { xs: 'column', md: 'row' },
          overflow: { xs: 'auto', md: 'hidden' },
          [low]: { flex: 'none', overflow: 'visible' },
        }}
      >
        <SectionList entries={sections} current={section} onSection={onSection} />
        <Box sx={{ flex: { xs: 'none', md: 1 }, overflow: { md: 'auto' }, p: { xs: 4, md: 5 }, minWidth: 0 }}>
          {children}
        </Box>
      </Box>
      {drawer}
      <DialogActions
        sx={{ px: 5, py: 3, borderTop: 1, borderColor: 'divider', flexWrap: { xs: 'wrap', md: 'nowrap' } }}
      >
        {footer}
      </DialogActions>
    </Dialog>
  );
}

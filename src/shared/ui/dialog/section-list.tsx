import { Box, Link as MuiLink, Typography } from '@mui/material';
import type { Section } from '#src/shared/navigation/route-location.ts';

export interface SectionEntry {
  readonly id: Section;
  readonly title: string;
  /** A heading above the entry. */
  readonly under?: string;
}

interface SectionListProps {
  readonly entries: readonly SectionEntry[];
  readonly current: Section;
  readonly onSection: (section: Section) => void;
}

/** The *Sections* navigation of a window: a column, or wrapped rows on a narrow screen. */
export function SectionList({ entries, current, onSection }: SectionListProps) {
  return (
    <Box
      component="nav"
      aria-label="Sections"
      sx={{
        width: { md: 256 },
        flex: 'none',
        p: 2,
        display: { xs: 'flex', md: 'block' },
        flexWrap: 'wrap',
        alignItems: 'end',
        borderRight: { md: 1 },
        borderBottom: { xs: 1, md: 0 },
        borderColor: { xs: 'divider', md: 'divider' },
        bgcolor: 'background.default',
      }}
    >
      {entries.map((entry) => (
        <Box key={entry.id}>
          {entry.under !== undefined && (
            <Typography color="textSecondary" sx={{ px: 3, pt: { xs: 1, md: 2 }, pb: 1 }} noWrap>
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
              pl: { xs: 3, md: entry.under === undefined ? 3 : 6 },
              pr: 3,
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

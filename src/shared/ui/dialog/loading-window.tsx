import { Box, Button, Skeleton } from '@mui/material';
import type { Section } from '#src/shared/navigation/route-location.ts';
import type { SectionEntry } from './section-list.tsx';
import { WindowFrame } from './window-frame.tsx';

interface LoadingWindowProps {
  readonly what: string;
  /** The object's name if a list has already loaded it. */
  readonly name: string | null;
  readonly sections: readonly SectionEntry[];
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  readonly onClose: () => void;
}

/** The placeholder of a *Properties* window while its object loads, in the same layout to avoid a shift. */
export function LoadingWindow({ what, name, sections, section, onSection, onClose }: LoadingWindowProps) {
  return (
    <WindowFrame
      name={name}
      about={<Skeleton width={220} />}
      sections={sections}
      section={section}
      onSection={onSection}
      onClose={onClose}
      footer={<Button onClick={onClose}>Cancel</Button>}
    >
      <Box role="status" aria-label={`Loading the ${what}`}>
        {section === 'threat-response'
          ? [120, 84, 168].map((height) => (
              <Skeleton key={height} variant="rounded" height={height + 44} sx={{ mb: 4 }} />
            ))
          : [0, 1, 2, 3].map((row) => (
              <Skeleton key={row} variant="rounded" height={36} sx={{ mb: 4, maxWidth: 620 }} />
            ))}
      </Box>
    </WindowFrame>
  );
}

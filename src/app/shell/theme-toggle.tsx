import { Button } from '@mui/material';
import { useColorScheme } from '@mui/material/styles';
import { useState } from 'react';
import { Announcement } from '#src/shared/ui/feedback/announcement.tsx';

export const modes = ['system', 'light', 'dark'] as const;
export const modeLabels = { system: 'As the system', light: 'Light', dark: 'Dark' };

/** Toggles light and dark. The session menu offers the system theme. */
export function ThemeToggle() {
  const { colorScheme, setMode } = useColorScheme();
  const [announcement, setAnnouncement] = useState('');
  const other = colorScheme === 'dark' ? 'light' : 'dark';
  return (
    <>
      <Button
        aria-label="Theme"
        title={`${modeLabels[other]} theme`}
        onClick={() => {
          setMode(other);
          setAnnouncement(`The theme is ${other} now.`);
        }}
        sx={{ minWidth: 32, px: 0 }}
      >
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden>
          <circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M7 1a6 6 0 0 1 0 12z" fill="currentColor" />
        </svg>
      </Button>
      <Announcement>{announcement}</Announcement>
    </>
  );
}

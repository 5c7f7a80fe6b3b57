import { Box, Button } from '@mui/material';
import { isApple } from '#src/shared/keys/is-apple.ts';
import { visuallyHidden } from '#src/shared/ui/feedback/announcement.tsx';

/** *Search or go to…* in the top bar; Ctrl K does the same, ⌘ K on Apple's keyboards. */
export function SearchButton({ onOpen }: { onOpen: () => void }) {
  return (
    <Button
      aria-haspopup="dialog"
      aria-keyshortcuts={isApple() ? 'Meta+K' : 'Control+K'}
      onClick={onOpen}
      sx={{ gap: 2, px: { xs: 2, md: 2.5 }, minWidth: 32, fontWeight: 400, flex: 'none' }}
    >
      <Box component="span" sx={{ color: 'text.secondary', '@media (max-width: 1199.95px)': visuallyHidden }}>
        Search or go to…
      </Box>{' '}
      <Box component="svg" width={14} height={14} viewBox="0 0 14 14" aria-hidden sx={{ display: { lg: 'none' } }}>
        <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M9.5 9.5 13 13" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      </Box>
      <Box component="span" sx={{ fontWeight: 600, '@media (max-width: 899.95px)': visuallyHidden }}>
        {isApple() ? '⌘ K' : 'Ctrl K'}
      </Box>
    </Button>
  );
}

import { Box } from '@mui/material';
import { Link, useLocation } from '@tanstack/react-router';

/** The pages outside administration groups. */
export const secondaryPages = [
  { to: '/detections', title: 'Detections' },
  { to: '/audit', title: 'Audit log' },
] as const;

/** The open secondary page; null on other pages. */
export function useSecondaryPage(): (typeof secondaryPages)[number] | null {
  const path = useLocation({ select: ({ pathname }) => pathname });
  return secondaryPages.find(({ to }) => to === path) ?? null;
}

/** The links below the tree. @param onChosen called when one is followed, to close the drawer */
export function SecondaryNavigation({ onChosen }: { onChosen: (() => void) | undefined }) {
  return (
    <Box component="nav" aria-label="Beside the groups" sx={{ px: 2, pt: 1, pb: 3, flex: 'none' }}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {secondaryPages.map(({ to, title }) => (
          <Box component="li" key={to} sx={{ '& a': link }}>
            <Link
              to={to}
              search={({ scenario }) => (scenario ? { scenario } : {})}
              onClick={onChosen}
              activeOptions={{ includeSearch: false }}
            >
              {title}
            </Link>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** Aligned with the rows of the tree. */
const link = {
  display: 'flex',
  alignItems: 'center',
  height: 28,
  pl: 7,
  pr: 2,
  borderRadius: 1,
  color: 'text.primary',
  textDecoration: 'none',
  '&:hover': { bgcolor: 'action.hover' },
  '&:focus-visible': { outlineOffset: -2 },
  '&[aria-current="page"]': { bgcolor: 'vesper.chosen', color: 'primary.main', fontWeight: 600 },
} as const;

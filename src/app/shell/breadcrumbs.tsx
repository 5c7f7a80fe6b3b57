import { Box, Skeleton } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { groupIdSchema } from '#domain/ids.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { onlyScenario, tabs } from '#src/shared/navigation/route-location.ts';
import { useSecondaryPage } from './secondary-navigation.tsx';

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const crumb = {
  color: 'inherit',
  textDecoration: 'none',
  // With its text at least 24 pixels high, the least that a target may have (WCAG 2.2, 2.5.8).
  py: '4px',
  '&:hover': { color: 'text.primary', textDecoration: 'underline' },
} as const;

/** As many steps as can be read; what is left out of a longer way stands in the middle of it. */
const readable = 7;

/**
 * The way from *Managed devices* to the group: every step leads to that group, on the same tab. The middle of a long way
 * is left out, for the tree shows it.
 */
export function Breadcrumbs() {
  const params = useParams({ strict: false });
  const id = groupIdSchema.safeParse(params.groupId);
  const tab = tabs.find((name) => name === params.tab) ?? 'devices';
  const group = useQuery({
    ...queryOf('group', id.success ? { params: { groupId: id.data } } : {}),
    enabled: id.success,
  });
  const path = group.data?.path ?? [];
  const leftOut = path.length > readable ? path.slice(1, 3 - readable) : [];
  const page = useSecondaryPage();
  return (
    <Box component="nav" aria-label="Breadcrumbs" sx={{ minWidth: 0, flex: 1 }}>
      {id.success && group.isPending && <Skeleton width={180} />}
      <Box component="ol" sx={{ display: 'flex', gap: 1.5, m: 0, p: 0, listStyle: 'none', minWidth: 0 }}>
        {page && (
          <Box component="li" sx={{ minWidth: 0 }}>
            <Box component="strong" aria-current="page" sx={{ ...oneLine, fontWeight: 650 }}>
              {page.title}
            </Box>
          </Box>
        )}
        {path.map((step, i) => {
          const last = i === path.length - 1;
          if (step === leftOut[0]) {
            return (
              <Box
                component="li"
                key={step.id}
                title={leftOut.map(({ name }) => name).join(' / ')}
                sx={{ flex: 'none', lineHeight: '24px', color: 'text.secondary' }}
              >
                / …
              </Box>
            );
          }
          if (leftOut.includes(step)) return null;
          return (
            // The last step says where one is: the steps before it give way first.
            <Box
              component="li"
              key={step.id}
              title={step.name}
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 1.5,
                color: 'text.secondary',
                minWidth: { xs: 0, md: last ? 0 : 48 },
                flex: last ? '0 0 auto' : '0 1 auto',
                maxWidth: last ? '50%' : undefined,
              }}
            >
              {i > 0 && <span aria-hidden>/</span>}
              {last ? (
                <Box
                  component="strong"
                  aria-current="page"
                  sx={{ ...oneLine, color: 'text.primary', fontWeight: 650, lineHeight: '24px' }}
                >
                  {step.name}
                </Box>
              ) : (
                <Box component="span" sx={{ ...oneLine, lineHeight: '24px', '& a': crumb }}>
                  <Link to="/groups/$groupId/$tab" params={{ groupId: step.id, tab }} search={onlyScenario}>
                    {step.name}
                  </Link>
                </Box>
              )}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

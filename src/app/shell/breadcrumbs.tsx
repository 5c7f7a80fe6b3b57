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
  // At least 24 pixels high, the minimum target size ([WCAG 2.2, 2.5.8](https://www.w3.org/TR/WCAG22/#target-size-minimum)).
  py: '4px',
  '&:hover': { color: 'text.primary', textDecoration: 'underline' },
} as const;

/** Longer paths are shortened in the middle. */
const maxSteps = 7;

/**
 * The path from *Managed devices* to the group. Each step links to that group on the same tab. The tree shows the steps left
 * out of a long path.
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
  const leftOut = path.length > maxSteps ? path.slice(1, 3 - maxSteps) : [];
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
            // The steps before the current one shrink first.
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

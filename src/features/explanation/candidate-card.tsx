import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { SavedView } from '#contract/saved.ts';
import { policyStatusLabels } from '#domain/policy/policy.ts';
import { dateTimeIn, viewerZone } from '#src/shared/time/format.ts';
import type { Entry } from './decision-path.ts';
import { PolicyName } from './policy-name.tsx';
import { LockLabel } from './icons.tsx';

type Outcome = 'wins' | 'lost' | 'not-set';

interface CandidateCardProps {
  readonly name: ReactNode;
  /** What else is known of it, beside the name. */
  readonly details?: ReactNode;
  readonly outcome: Outcome;
  readonly because: string;
  /** What it says: each setting by name; empty where it says nothing. */
  readonly lines: readonly { readonly setting: string; readonly value: string }[];
  /** The one setting that was asked about: its value stands out; null for all of them. */
  readonly requestedSetting: string | null;
  /** Who said so and when. */
  readonly saved?: string;
}

/** In place of the revision of what is no revision yet. */
export const draftLabel = 'Draft, not saved';

/** `Revision 2 · M. Admin · 24 Nov 2026, 19:05` in the viewer's time. */
export const formatRevision = ({ revision, modifiedBy, modifiedAt }: SavedView): string =>
  `Revision ${String(revision)} · ${modifiedBy} · ${dateTimeIn(viewerZone(), modifiedAt)}`;

const outcomeLabels: Readonly<Record<Outcome, string>> = { wins: 'Wins', lost: 'Lost', 'not-set': 'Not set' };

/** One that has a say: what it says, whether that counts, and why. What lost is struck through, not hidden. */
export function CandidateCard({
  name,
  details: about,
  outcome,
  because,
  lines,
  requestedSetting,
  saved,
}: CandidateCardProps) {
  const wins = outcome === 'wins';
  return (
    <Box
      sx={{
        px: 3,
        py: 2.25,
        border: 1,
        borderRadius: 2,
        borderColor: wins ? 'primary.main' : 'transparent',
        bgcolor: wins ? 'vesper.chosen' : undefined,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, minHeight: 24 }}>
        <Typography component="div" sx={{ fontWeight: 600 }}>
          {name}
        </Typography>
        {about}
        <Typography
          component="span"
          sx={{ ml: 'auto', fontWeight: wins ? 650 : 400, color: wins ? 'primary.main' : 'text.secondary' }}
        >
          {outcomeLabels[outcome]}
        </Typography>
      </Box>
      {lines.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexWrap: 'wrap', columnGap: 4 }}>
          {lines.map(({ setting, value }) => (
            <Typography key={setting} component="li" variant="body2" color="textSecondary">
              {setting}{' '}
              <Box
                component={outcome === 'lost' ? 'del' : 'span'}
                {...(wins && setting === requestedSetting ? { ref: scrollIntoView } : {})}
                sx={
                  setting === requestedSetting || (wins && requestedSetting === null)
                    ? { fontWeight: 600, color: 'text.primary' }
                    : {}
                }
              >
                {value}
              </Box>
            </Typography>
          ))}
        </Box>
      )}
      <Typography component="p" sx={{ mt: 0.5 }}>
        {because}
      </Typography>
      {saved !== undefined && (
        <Typography variant="body2" color="textSecondary">
          {saved}
        </Typography>
      )}
    </Box>
  );
}

/** A long chain is scrolled to the value that won, once, as the dialog opens. */
function scrollIntoView(value: HTMLElement | null) {
  value?.scrollIntoView({ block: 'center' });
}

/** What a policy says; its name opens it in the group one came from. */
export function PolicyCandidateCard({
  entry,
  requested: requestedSetting,
}: {
  entry: Entry;
  requested: string | null;
}) {
  const { policy, status, lock, outcome, because, lines, draft } = entry;
  return (
    <CandidateCard
      name={draft === 'new' ? policy.name : <PolicyName policy={policy} />}
      details={
        <>
          <Typography component="span" variant="body2" color="textSecondary">
            {policyStatusLabels[status]}
          </Typography>
          <LockLabel lock={lock} />
        </>
      }
      outcome={outcome}
      because={because}
      lines={lines}
      requestedSetting={requestedSetting}
      saved={draft === null ? formatRevision(entry) : draftLabel}
    />
  );
}

import { Box, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { GroupId } from '#domain/ids.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { onlyScenario } from '#src/shared/navigation/route-location.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import { PolicyName } from './policy-name.tsx';
import { groupSummaryText, type SummaryPhrase } from './group-summary-text.ts';

const numberLink = {
  color: 'primary.main',
  fontWeight: 600,
  textDecoration: 'none',
  '&:hover': { textDecoration: 'underline' },
} as const;

/** How many ways beside the first are told at once; more are behind *and 3 other ways*. */
const initialPhrases = 3;

/** What holds on the devices of a group, in one line; each number leads to exactly its devices. */
export function GroupSummary({ groupId }: { groupId: GroupId }) {
  const summary = useQuery(queryOf('groupSummary', { params: { groupId } }));
  const [all, setAll] = useState(false);
  if (summary.isPending) return <Skeleton width={420} height={24} sx={{ maxWidth: '100%' }} />;
  if (summary.isError) {
    return (
      <Typography color="textSecondary" component="div">
        What holds on these devices could not be loaded. {sentenceOf(summary.error)}{' '}
        <TextButton onClick={() => void summary.refetch()}>Retry</TextButton>
      </Typography>
    );
  }
  const { total, parts, zoneUnknown } = summary.data;
  const line = groupSummaryText(total, parts, zoneUnknown);
  if (line === null) return <Typography color="textSecondary">No devices here.</Typography>;
  const { main, others } = line;
  const shown = all || others.length <= initialPhrases + 1 ? others : others.slice(0, initialPhrases);
  const left = others.length - shown.length;
  return (
    <Typography component="div" color="textSecondary" role="group" aria-label="What holds on the devices of this group">
      <Phrase phrase={main} groupId={groupId} />
      {shown.map((phrase) => (
        <Box component="span" key={JSON.stringify(phrase.filter)}>
          {'; '}
          <Phrase phrase={phrase} groupId={groupId} />
        </Box>
      ))}
      {left > 0 && (
        <>
          {' and '}
          <TextButton
            onClick={() => {
              setAll(true);
            }}
          >
            {left} other ways
          </TextButton>
        </>
      )}
    </Typography>
  );
}

function Phrase({ phrase, groupId }: { phrase: SummaryPhrase; groupId: GroupId }) {
  const { before, count, filter, text: words, policy } = phrase;
  return (
    <>
      {before}{' '}
      <Box component="span" sx={{ '& a': numberLink }}>
        <Link
          to="/groups/$groupId/$tab"
          params={{ groupId, tab: 'devices' }}
          search={(now) => ({ ...onlyScenario(now), ...filter })}
        >
          {count.toLocaleString('en')}
        </Link>
      </Box>{' '}
      {words}
      {policy && (
        <>
          {' '}
          <PolicyName policy={policy} />
        </>
      )}
    </>
  );
}

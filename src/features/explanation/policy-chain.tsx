import { Box, Link as TextLink, Typography } from '@mui/material';
import { createLink } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ExplanationView } from '#contract/explanations.ts';
import { onlyScenario } from '#src/shared/navigation/route-location.ts';
import { decisionPath, outcomeOf, type Level, type Step } from './decision-path.ts';
import { StepIcon, type StepIconKind } from './icons.tsx';
import { PolicyCandidateCard, formatRevision, draftLabel, CandidateCard } from './candidate-card.tsx';

const GroupLink = createLink(TextLink);

interface PolicyChainProps {
  readonly explanation: ExplanationView;
  /** The one setting that was asked about; null for all of them. */
  readonly requestedSetting: string | null;
}

/** The chain from *Managed devices* down: every voice on one line, and the way of the decision along it. */
export function PolicyChain({ explanation, requestedSetting }: PolicyChainProps) {
  const steps = decisionPath(explanation);
  return (
    <Box component="ol" aria-label="From Managed devices down" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {steps.map((step, i) => (
        <ChainStep key={keyOf(step)} step={step} first={i === 0} last={i === steps.length - 1}>
          {step.kind === 'group' && <GroupName level={step.level} />}
          {step.kind === 'policy' && <PolicyCandidateCard entry={step.entry} requested={requestedSetting} />}
          {step.kind === 'device' && (
            <CandidateCard
              name="On the device"
              outcome={step.device.outcome}
              because={step.device.because}
              lines={step.device.lines}
              requestedSetting={requestedSetting}
              {...savedOnDevice(step.device)}
            />
          )}
          {step.kind === 'default' && (
            <CandidateCard
              name="Application default"
              outcome={step.byDefault.outcome}
              because={step.byDefault.because}
              lines={step.byDefault.lines}
              requestedSetting={requestedSetting}
            />
          )}
        </ChainStep>
      ))}
    </Box>
  );
}

function savedOnDevice({ draft, saved }: Extract<Step, { kind: 'device' }>['device']): { saved?: string } {
  if (draft) return { saved: draftLabel };
  return saved ? { saved: formatRevision(saved) } : {};
}

function keyOf(step: Step): string {
  if (step.kind === 'group') return step.level.group.id;
  return step.kind === 'policy' ? `policy/${step.entry.policy.id}` : step.kind;
}

const iconKindOf = (step: Step): StepIconKind => outcomeOf(step) ?? 'group';

interface ChainStepProps {
  readonly step: Step;
  readonly first: boolean;
  readonly last: boolean;
  readonly children: ReactNode;
}

/** Where the middle of a mark lies below the top of its place, in pixels. */
const middle = { group: 14, voice: 24 };

/** One place on the line: strong where the decision runs through it. */
function ChainStep({ step, first, last, children }: ChainStepProps) {
  const at = step.kind === 'group' ? middle.group : middle.voice;
  const line = (decides: boolean) => ({
    content: '""',
    position: 'absolute',
    left: decides ? 10 : 10.5,
    width: decides ? 2 : '1px',
    bgcolor: decides ? 'primary.main' : 'vesper.strongLine',
  });
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        pl: 9,
        py: step.kind === 'group' ? 0 : 0.5,
        '&::before': { ...line(step.above), top: 0, height: first ? 0 : at },
        '&::after': { ...line(step.below), top: at, bottom: 0, display: last ? 'none' : 'block' },
      }}
    >
      <Box sx={{ position: 'absolute', zIndex: 1, left: 0, top: at - 11 }}>
        <StepIcon mark={iconKindOf(step)} />
      </Box>
      {children}
    </Box>
  );
}

function GroupName({ level: { group, entries } }: { level: Level }) {
  return (
    <Typography component="div" color="textSecondary" sx={{ lineHeight: '28px' }}>
      <GroupLink
        to="/groups/$groupId/$tab"
        params={{ groupId: group.id, tab: 'policies' }}
        search={onlyScenario}
        color="inherit"
        underline="hover"
        sx={{ fontWeight: 600 }}
      >
        {group.name}
      </GroupLink>
      {entries.length === 0 && ' · no policy here'}
    </Typography>
  );
}

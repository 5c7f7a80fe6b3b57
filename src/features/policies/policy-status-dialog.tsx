import { Typography } from '@mui/material';
import type { PolicyRow } from '#contract/policies.ts';
import type { PolicyStatus } from '#domain/policy/policy.ts';
import { Effects, useEffects } from '#src/features/effects/effects.tsx';
import { callChanging } from '#src/shared/api/client.ts';
import { taggedQueryOf } from '#src/shared/api/queries.ts';
import { useFresh } from '#src/shared/api/use-fresh.ts';
import { Question } from '#src/shared/ui/dialog/confirm-dialog.tsx';
import { displacedNames, obeyAfterwards, statusWord } from './policy-actions.ts';
import { stillAsking, usePolicyWrite } from './use-policy-write.ts';

interface StatusQuestionProps {
  readonly policy: PolicyRow;
  readonly status: PolicyStatus;
  readonly onClose: () => void;
}

/** Asks before a policy gets another status: whom it displaces, and what changes on which devices. */
export function StatusQuestion({ policy, status, onClose }: StatusQuestionProps) {
  const params = { policyId: policy.id };
  const now = useFresh(taggedQueryOf('policy', { params }));
  const effects = useEffects({ operation: 'setPolicyStatus', params, query: {}, body: { status } });
  const displaced = displacedNames(effects?.effects?.lines ?? [], policy.name).map((name) => `“${name}”`);
  const others = displaced.join(', ');
  const write = usePolicyWrite({
    operation: 'setPolicyStatus',
    write: () => callChanging('setPolicyStatus', { params, body: { status } }, { ifMatch: now.data?.etag ?? '' }),
    said: () =>
      `Policy “${policy.name}” is ${statusWord(status)} now${others === '' ? '' : `, and ${others} became inactive`}.`,
    onDone: onClose,
  });
  return (
    <Question
      title={`Make “${policy.name}” ${statusWord(status)}?`}
      needs={['manage-policies']}
      verb={`Make ${statusWord(status)}`}
      notYet={stillAsking(now, effects)}
      busy={write.isPending}
      error={write.error}
      kept="Nothing was changed."
      onYes={() => {
        write.mutate();
      }}
      onClose={onClose}
    >
      {others !== '' && (
        <Typography>
          {others}, {statusWord(status)} now in the group {policy.group.name}, becomes inactive in the same step.
        </Typography>
      )}
      {policy.status !== 'inactive' && now.data && <Typography>{obeyAfterwards(now.data.value)}</Typography>}
      {effects && <Effects state={effects} />}
    </Question>
  );
}

import type { PolicyId } from '#domain/ids.ts';
import { closedWindowParams, useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';

/** A policy by its name, which opens its window, in the group one came from. */
export function PolicyName({ policy }: { policy: { readonly id: PolicyId; readonly name: string } }) {
  const setPlace = useSetSearchParams();
  return (
    <TextButton
      onClick={() => {
        setPlace({ ...closedWindowParams, policy: policy.id, section: 'threat-response' });
      }}
    >
      {policy.name}
    </TextButton>
  );
}

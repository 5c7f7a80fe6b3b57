import { Button, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Answered } from '../use-forecast.ts';
import { toSearchParams } from './inputs.ts';
import { reproducibleInputs } from './reproducible-inputs.ts';
import type { ScheduleSearch } from './use-schedule-search.ts';

/** A longer address is cut by some mail programs and proxies. */
const longestAddress = 8_000;

/**
 * Copies an address that opens the same answer in another browser: it names the instants, the seed and the first task.
 */
export function CopyLink({ address, shown }: { address: ScheduleSearch; shown: Answered | null }) {
  const router = useRouter();
  const copy = useMutation({
    mutationFn: async () => {
      const inputs = reproducibleInputs(address.inputs, address.detections, shown);
      const { href } = router.buildLocation({
        to: '/groups/$groupId/$tab',
        params: { groupId: address.groupId, tab: 'schedule' },
        search: { ...address.search, ...toSearchParams(inputs) },
      });
      const link = new URL(href, window.location.href).href;
      if (link.length > longestAddress)
        throw new Error('The draft is too long for an address. Save the policy as a file instead.');
      address.show(inputs);
      await navigator.clipboard.writeText(link);
    },
  });
  return (
    <>
      <Typography role="status" color="textSecondary">
        {copy.isSuccess && 'Copied'}
      </Typography>
      {copy.isError && (
        <Typography role="alert" color="error">
          Not copied. {copy.error.name === 'Error' ? copy.error.message : 'The browser refused to copy.'}
        </Typography>
      )}
      <Button
        disabled={shown === null}
        onClick={() => {
          copy.mutate();
        }}
      >
        Copy link
      </Button>
    </>
  );
}

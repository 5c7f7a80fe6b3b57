import { Box, Button } from '@mui/material';
import { addressOfDataSet, requestedScenario, dataSets } from '#src/app/data-sets.ts';
import { MessagePage, Reload } from './error-pages.tsx';

/** Replaces every page if the stored data was written by a newer version. */
export function NewerData() {
  const others = dataSets.filter(({ name }) => name !== requestedScenario(window.location.search));
  return (
    <Box component="main">
      <MessagePage
        title="This data is of a newer version of Vesper"
        way={
          <>
            <Reload />
            {others.map((dataSet) => (
              <Button key={dataSet.name} href={addressOfDataSet(dataSet)}>
                Open {dataSet.label}
              </Button>
            ))}
          </>
        }
      >
        It was left untouched, for this page does not know what it may hold. Close the other tabs of Vesper and reload:
        the newer version opens it as it was left. Until then the other data sets can be used; each keeps its own
        changes.
      </MessagePage>
    </Box>
  );
}

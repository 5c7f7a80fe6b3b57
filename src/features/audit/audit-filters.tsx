import { TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { toInstant } from '#contract/time.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { viewerZone } from '#src/shared/time/format.ts';
import { instantOfWallTime, wallTimeIn } from '#src/shared/time/wall-time.ts';
import { FilterBox } from '#src/shared/ui/controls/filter-box.tsx';
import { SearchBox } from '#src/shared/ui/controls/search-box.tsx';
import { useAuditSearch, useSetAuditSearch } from './use-audit-search.ts';

/** Filters of the audit log: text, object, person and time. */
export function AuditFilters() {
  const search = useAuditSearch();
  const setSearch = useSetAuditSearch();
  const { data: world } = useQuery({ ...queryOf('world'), staleTime: Infinity });
  const people = world?.users.map(({ name }) => name) ?? [];
  const narrow = (change: Parameters<typeof setSearch>[0]) => {
    setSearch({ ...change, page: undefined }, { replace: true });
  };
  return (
    <>
      <SearchBox
        label="Search the audit log"
        value={search.q ?? ''}
        onSearch={(q) => {
          narrow({ q });
        }}
      />
      <SearchBox
        label="Filter by object"
        value={search.object ?? ''}
        onSearch={(object) => {
          narrow({ object });
        }}
      />
      <FilterBox
        label="Person"
        values={people}
        labels={Object.fromEntries(people.map((name) => [name, name]))}
        value={people.find((name) => name === search.by)}
        onFilter={(by) => {
          narrow({ by });
        }}
      />
      <InstantField
        label="From"
        value={search.from}
        onInstant={(from) => {
          narrow({ from });
        }}
      />
      <InstantField
        label="Before"
        value={search.to}
        onInstant={(to) => {
          narrow({ to });
        }}
      />
    </>
  );
}

interface InstantFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onInstant: (instant: string | undefined) => void;
}

/** An instant of simulated time, entered in the display zone. */
function InstantField({ label, value, onInstant }: InstantFieldProps) {
  const zone = viewerZone();
  return (
    <TextField
      type="datetime-local"
      label={label}
      title={`Simulated time in ${zone}`}
      value={value === undefined ? '' : wallTimeIn(zone, value)}
      onChange={(event) => {
        const atMs = event.target.value === '' ? null : instantOfWallTime(event.target.value, zone);
        onInstant(atMs === null ? undefined : toInstant(atMs));
      }}
      sx={{ width: 204 }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}

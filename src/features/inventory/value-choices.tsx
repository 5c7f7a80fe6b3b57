import { Box, Typography } from '@mui/material';
import { useState } from 'react';
import { ignoredValue, type InventoryReading } from '#contract/inventory-reading.ts';
import { deviceStatusLabels, type DeviceStatus } from '#domain/fleet/fleet.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import { GroupPathField } from './group-path-field.tsx';
import { withChoice, type InventoryForm } from './saved-mappings.ts';
import { StatusField, ZoneField } from './value-fields.tsx';

interface ValueChoicesProps {
  readonly form: InventoryForm;
  readonly reading: InventoryReading;
  readonly onChoose: (reading: InventoryReading) => void;
}

type ValueTable = InventoryForm['statuses'];
type Value = ValueTable['values'][number];

/** What the values of the status, the time zone and the group mean, each with what it is taken for unless told otherwise. */
export function ValueChoices({ form, reading, onChoose }: ValueChoicesProps) {
  const chosen = {
    statuses: chosenIn(reading.statuses),
    timeZones: chosenIn(reading.timeZones),
    groups: chosenIn(reading.groups),
  };
  return (
    <>
      <Section title="Status values" table={form.statuses} isChosen={(text) => chosen.statuses.has(text)}>
        {({ text, taken }) => (
          <StatusField
            label={`Status for ${text}`}
            value={chosen.statuses.get(text) ?? statusNamed(taken[0]) ?? ignoredValue}
            onStatus={(status) => {
              onChoose({ ...reading, statuses: withChoice(reading.statuses, text, status) });
            }}
          />
        )}
      </Section>
      <Section title="Time zone values" table={form.timeZones} isChosen={(text) => chosen.timeZones.has(text)}>
        {({ text, taken, suggestions }) => (
          <ZoneField
            label={`Time zone for ${text}`}
            value={chosen.timeZones.get(text) ?? taken[0] ?? null}
            others={taken.slice(1)}
            suggestions={suggestions}
            onZone={(zone) => {
              onChoose({ ...reading, timeZones: withChoice(reading.timeZones, text, zone) });
            }}
          />
        )}
      </Section>
      <Section
        title="Group values"
        table={form.groups}
        isChosen={(text) => chosen.groups.has(text)}
        forOpen={{
          label: 'Create all as new groups',
          onChoose: (texts) => {
            onChoose({
              ...reading,
              groups: texts.reduce((all, text) => withChoice(all, text, newPath(text)), reading.groups ?? []),
            });
          },
        }}
      >
        {({ text, taken, suggestions }) => (
          <GroupPathField
            label={`Group for ${text}`}
            value={chosen.groups.get(text) ?? taken[0] ?? ''}
            suggestions={[...suggestions, newPath(text)]}
            placeholder="Leave as it is"
            onPath={(path) => {
              onChoose({ ...reading, groups: withChoice(reading.groups, text, path === '' ? ignoredValue : path) });
            }}
          />
        )}
      </Section>
    </>
  );
}

const chosenIn = <T,>(choices: readonly { readonly text: string; readonly target: T }[] = []) =>
  new Map(choices.map(({ text, target }) => [text, target]));

/** A group of the first level. */
const newPath = (name: string) => `Managed devices/${name.replaceAll('/', '\\/')}`;

const statusNamed = (label: string | undefined): DeviceStatus | undefined =>
  (['online', 'offline', 'out-of-office'] as const).find((status) => deviceStatusLabels[status] === label);

interface SectionProps {
  readonly title: string;
  readonly table: ValueTable;
  readonly isChosen: (text: string) => boolean;
  /** Something that can be chosen for all values at once that are not recognized. */
  readonly forOpen?: { readonly label: string; readonly onChoose: (texts: readonly string[]) => void };
  readonly children: (value: Value) => React.ReactNode;
}

/** A list of groups or zones for each of many values takes long to draw. */
const valuesAtOnce = 30;

/** The values of one column: those that nobody knows first, the others when they are asked for. */
function Section({ title, table, isChosen, forOpen, children }: SectionProps) {
  const [showsAll, setShowsAll] = useState(false);
  const [most, setMost] = useState(valuesAtOnce);
  if (table.total === 0) return null;
  const openTexts = table.values.flatMap(({ text, taken }) => (taken.length === 0 && !isChosen(text) ? [text] : []));
  const open = openTexts.length;
  const shown = table.values.filter(({ text, taken }) => showsAll || taken.length === 0 || isChosen(text));
  const more = table.total - table.values.length;
  return (
    <Box component="section" aria-label={title} sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 3 }}>
        <Typography variant="h3" component="h4">
          {title}
        </Typography>
        <Typography color={open > 0 ? 'warning' : 'textSecondary'}>
          {open > 0
            ? `${formatCount(open, ['value is', 'values are'])} not recognized.`
            : `${formatCount(table.total, ['value', 'values'])}, all recognized.`}
        </Typography>
        {forOpen && open > 1 && (
          <TextButton
            onClick={() => {
              forOpen.onChoose(openTexts);
            }}
          >
            {forOpen.label}
          </TextButton>
        )}
        {(shown.length < table.values.length || showsAll) && table.values.length > table.unknown && (
          <TextButton
            onClick={() => {
              setShowsAll((all) => !all);
            }}
          >
            {showsAll ? 'Show unrecognized only' : 'Show all'}
          </TextButton>
        )}
      </Box>
      {shown.slice(0, most).map((value) => (
        <Box
          key={value.text}
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) 90px minmax(0, 1.4fr)' },
            gap: { xs: 1, sm: 3 },
            alignItems: 'center',
          }}
        >
          <Typography sx={{ overflowWrap: 'anywhere' }}>{value.text}</Typography>
          <Typography color="textSecondary">{formatCount(value.rows, ['row', 'rows'])}</Typography>
          {children(value)}
        </Box>
      ))}
      {shown.length > most && (
        <Box>
          <TextButton
            onClick={() => {
              setMost(most + valuesAtOnce);
            }}
          >
            Show {Math.min(valuesAtOnce, shown.length - most)} more
          </TextButton>
        </Box>
      )}
      {showsAll && more > 0 && (
        <Typography color="textSecondary">{formatCount(more, ['more value', 'more values'])}</Typography>
      )}
    </Box>
  );
}

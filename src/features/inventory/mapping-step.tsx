import { Box, MenuItem, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import type { InventoryReading } from '#contract/inventory-reading.ts';
import { inventoryFields, type InventoryField } from '#domain/inventory/inventory-fields.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';
import type { InventoryForm } from './saved-mappings.ts';
import type { ImportSource } from './import-source.ts';
import { inventoryLabels } from './inventory-text.ts';
import { NewDevicesChoice } from './new-devices-choice.tsx';
import type { ReadFile } from './use-inventory-import.ts';
import { ValueChoices } from './value-choices.tsx';

interface MappingStepProps {
  readonly file: ReadFile;
  readonly onRead: (source: ImportSource, reading: InventoryReading) => void;
  readonly onChoose: (reading: InventoryReading) => void;
}

const fieldHints: Readonly<Record<InventoryField, string>> = {
  name: 'Required. A device of this name is updated.',
  group: 'A path such as Offices/Berlin, or a group’s name.',
  timeZone: 'An IANA or Windows name, or any value you map below.',
  country: 'Tells which zone a Windows name means there.',
  status: 'Online, Offline or Out of office.',
  operatingSystem: 'Several columns are joined.',
  address: 'Any text.',
};

/** Says which column makes each field, what its values mean, and what new devices get where the file says nothing. */
export function MappingStep({ file, onRead, onChoose }: MappingStepProps) {
  const { source, reading, form } = file;
  const { mapping, columns } = form;
  const map = (field: InventoryField, places: readonly number[]) => {
    const { separator, headingLine } = form;
    const columns = { ...mapping, [field]: places.length > 0 ? [...places] : undefined };
    onRead(source, { ...reading, separator, headingLine, columns });
  };
  return (
    <>
      <Box sx={{ overflowX: 'auto' }}>
        <Table
          aria-label="Columns"
          size="small"
          sx={{
            '& th, & td': { px: { xs: 1, sm: 2 }, borderColor: 'divider', verticalAlign: 'middle' },
            '& .examples': { display: { xs: 'none', sm: 'table-cell' } },
          }}
        >
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: { xs: 110, sm: 150 } }}>Field</TableCell>
              <TableCell sx={{ width: { sm: 250 } }}>Column</TableCell>
              <TableCell className="examples">Examples</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {inventoryFields.map((field) => (
              <FieldRow
                key={field}
                field={field}
                columns={columns}
                places={mapping[field] ?? []}
                onPlaces={(places) => {
                  map(field, places);
                }}
              />
            ))}
          </TableBody>
        </Table>
      </Box>
      <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {describeIgnored(form)}
      </Typography>
      <ValueChoices form={form} reading={reading} onChoose={onChoose} />
      <NewDevicesChoice reading={reading} onChoose={onChoose} />
    </>
  );
}

interface FieldRowProps {
  readonly field: InventoryField;
  readonly columns: InventoryForm['columns'];
  readonly places: readonly number[];
  readonly onPlaces: (places: readonly number[]) => void;
}

function FieldRow({ field, columns, places, onPlaces }: FieldRowProps) {
  const isJoined = field === 'operatingSystem';
  const label = inventoryLabels[field];
  const examples = places.map((place) => columns[place]?.samples.join(', ') ?? '').join(' · ');
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {label}
      </TableCell>
      <TableCell>
        <TextField
          select
          fullWidth
          value={isJoined ? places : (places[0] ?? '')}
          onChange={(event) => {
            onPlaces(parseColumnIndexes(event.target.value));
          }}
          slotProps={{
            htmlInput: { 'aria-label': `Column for ${label}` },
            select: {
              multiple: isJoined,
              displayEmpty: true,
              renderValue: () =>
                places.length === 0 ? (
                  <Typography component="span" color="textSecondary">
                    None
                  </Typography>
                ) : (
                  places.map((place) => columnLabel(columns, place)).join(' + ')
                ),
            },
          }}
        >
          {!isJoined && (
            <MenuItem value="">
              <em>None</em>
            </MenuItem>
          )}
          {columns.map((_, place) => (
            // The place of a column in the file is what it is known by: two may have the same heading.
            <MenuItem key={place} value={place}>
              {columnLabel(columns, place)}
            </MenuItem>
          ))}
        </TextField>
      </TableCell>
      <TableCell className="examples" title={examples} sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {examples === '' ? fieldHints[field] : examples}
      </TableCell>
    </TableRow>
  );
}

/** What a select of one or of several columns says. */
function parseColumnIndexes(value: unknown): number[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((one) => (one === '' || one === undefined ? [] : [Number(one)])).slice(0, 4);
}

function columnLabel(columns: InventoryForm['columns'], place: number): string {
  const heading = columns[place]?.heading ?? '';
  return heading === '' ? `Column ${String(place + 1)}` : heading;
}

/** Which columns say nothing to the console. */
function describeIgnored({ columns, mapping }: InventoryForm): string {
  const taken = new Set(Object.values(mapping).flat());
  const ignored = columns.map((_, place) => place).filter((place) => !taken.has(place));
  if (ignored.length === 0) return 'Every column is used.';
  const named = ignored.slice(0, 12).map((place) => columnLabel(columns, place));
  const more = ignored.length - named.length;
  return `${formatCount(ignored.length, ['column is', 'columns are'])} ignored: ${named.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}.`;
}

import {
  Alert,
  Box,
  Link,
  MenuItem,
  Table,
  TableBody,
  TableCell,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { readableSeparators, type InventoryReading } from '#contract/inventory-reading.ts';
import { encodings, isEncoding } from '#src/shared/csv/text-encoding.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';
import { FileDrop } from '#src/shared/ui/controls/file-drop.tsx';
import { TableFrame } from '#src/shared/ui/table/table-frame.tsx';
import type { InventoryForm } from './saved-mappings.ts';
import { inEncoding, onSheet, type ImportSource } from './import-source.ts';
import type { ReadFile } from './use-inventory-import.ts';

interface FileStepProps {
  readonly file: ReadFile | null;
  /** Why the chosen file cannot be read; null where it can. */
  readonly error: { readonly fileName: string; readonly reason: string } | null;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRead: (source: ImportSource, reading: InventoryReading | null) => void;
}

/** Chooses a file, and shows in which form it is read: encoding or sheet, separator, headings, and the first lines. */
export function FileStep({ file, error: refused, onFiles, onRead }: FileStepProps) {
  return (
    <>
      <Typography component="div" color="textSecondary">
        A list of devices as other tools export it: CSV, text or .xlsx.{' '}
        <Link href={`${import.meta.env.BASE_URL}sample-inventory.csv`} download>
          A sample file
        </Link>
      </Typography>
      <FileDrop
        verb={file === null ? 'Choose a file…' : 'Choose another file…'}
        label="Device list"
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        onFiles={onFiles}
      >
        {refused?.fileName ?? file?.source.fileName ?? 'or drop it here.'}
      </FileDrop>
      {refused && (
        <Alert severity="error" variant="outlined">
          {refused.fileName} cannot be imported. {refused.reason}
        </Alert>
      )}
      {file && !refused && <FileForm {...file} onRead={onRead} />}
    </>
  );
}

const separatorLabels: Readonly<Record<(typeof readableSeparators)[number], string>> = {
  ',': 'Comma ( , )',
  ';': 'Semicolon ( ; )',
  '\t': 'Tab',
  '|': 'Vertical bar ( | )',
};

function FileForm({ source, form, isSavedMapping, onRead }: ReadFile & Pick<FileStepProps, 'onRead'>) {
  const found = form.preset === null ? '' : `, recognized as ${form.preset}`;
  const { separator, headingLine } = form;
  return (
    <>
      <Typography role="status">
        {formatCount(form.rows, ['row', 'rows'])} with {formatCount(form.columns.length, ['column', 'columns'])}
        {found}.{isSavedMapping ? ' Columns and values are mapped as in your last import of such a file.' : ''}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
        <SourceChoice source={source} onRead={onRead} />
        {source.kind === 'text' && (
          <TextField
            select
            label="Separator"
            value={separator}
            sx={{ width: 180 }}
            onChange={(event) => {
              const chosen = readableSeparators.find((one) => one === event.target.value);
              if (chosen) onRead(source, { separator: chosen });
            }}
          >
            {readableSeparators.map((one) => (
              <MenuItem key={one} value={one}>
                {separatorLabels[one]}
              </MenuItem>
            ))}
          </TextField>
        )}
        <TextField
          select
          label="Headings"
          value={headingLine}
          sx={{ width: 180 }}
          onChange={(event) => {
            onRead(source, { separator, headingLine: Number(event.target.value) });
          }}
        >
          <MenuItem value={0}>No headings</MenuItem>
          {headingLines(form).map((line) => (
            <MenuItem key={line} value={line}>
              Line {line}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <FirstLines form={form} />
    </>
  );
}

const headingLines = ({ lines, headingLine }: InventoryForm) =>
  [...new Set([...lines.map(({ line }) => line), ...(headingLine > 0 ? [headingLine] : [])])].sort((a, b) => a - b);

function SourceChoice({ source, onRead }: { source: ImportSource } & Pick<FileStepProps, 'onRead'>) {
  if (source.kind === 'workbook') {
    return (
      <TextField
        select
        label="Sheet"
        value={source.sheet}
        sx={{ width: 240 }}
        onChange={(event) => {
          onRead(onSheet(source, Number(event.target.value)), null);
        }}
      >
        {source.sheets.map(({ name }, i) => (
          <MenuItem key={name} value={i}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  return (
    <TextField
      select
      label="Encoding"
      value={source.encoding}
      sx={{ width: 300 }}
      onChange={(event) => {
        if (isEncoding(event.target.value)) onRead(inEncoding(source, event.target.value), null);
      }}
    >
      {Object.entries(encodings).map(([name, label]) => (
        <MenuItem key={name} value={name}>
          {label}
          {name === source.detected ? ' – detected' : ''}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** The first lines as they are split, the headings set apart from what stands above them. */
function FirstLines({ form: { lines, headingLine, columns } }: { form: InventoryForm }) {
  const width = Math.max(columns.length, ...lines.map(({ cells }) => cells.length));
  return (
    <TableFrame label="First lines" density="dense" reservedHeight={520}>
      <Table aria-label="First lines" size="small">
        <TableBody>
          {lines.map(({ line, cells }) => {
            const isHeading = line === headingLine;
            return (
              <TableRow
                key={line}
                sx={{
                  bgcolor: isHeading ? 'action.selected' : 'transparent',
                  '& td': {
                    color: line < headingLine ? 'text.secondary' : 'text.primary',
                    fontWeight: isHeading ? 600 : 400,
                  },
                }}
              >
                <TableCell>{line}</TableCell>
                {Array.from({ length: Math.min(width, 60) }, (_, place) => (
                  <TableCell key={place} title={cells[place]}>
                    {cells[place]}
                  </TableCell>
                ))}
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableFrame>
  );
}

import { Alert, Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { CsvReport } from '#contract/csv.ts';
import { TableFrame } from '#src/shared/ui/table/table-frame.tsx';
import { columnsWords, errorWords, ignoredWords, invalidWords, type FieldLabels } from './report-words.ts';

interface ImportReportProps {
  readonly report: CsvReport;
  readonly labels: FieldLabels;
  /** What the import would do, one sentence each. */
  readonly lines: readonly string[];
}

/** The preview of a file: effects, columns, errors by line, and the first rows. */
export function ImportReport({ report, labels, lines }: ImportReportProps) {
  const leftOut = invalidWords(report);
  return (
    <>
      <Alert severity={report.valid > 0 ? 'info' : 'warning'} variant="outlined" role="status">
        {report.valid > 0 ? lines.map((line) => <div key={line}>{line}</div>) : <div>No row can be imported.</div>}
        {leftOut !== '' && <div>{leftOut}</div>}
      </Alert>
      <Box sx={{ overflowWrap: 'anywhere' }}>
        <Typography>{columnsWords(report, labels)}</Typography>
        <Typography color="textSecondary">{ignoredWords(report)}</Typography>
      </Box>
      {report.errorTotal > 0 && <Errors report={report} labels={labels} />}
      {report.rows.length > 0 && <FirstRows report={report} labels={labels} />}
    </>
  );
}

type PartProps = Pick<ImportReportProps, 'report' | 'labels'>;

function FirstRows({ report: { columns, rows }, labels }: PartProps) {
  return (
    <TableFrame label="First rows" density="dense" reservedHeight={560}>
      <Table aria-label="First rows" size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell>Line</TableCell>
            {columns.map(({ field }) => (
              <TableCell key={field}>{labels[field] ?? field}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ line, cells }) => (
            <TableRow key={line}>
              <TableCell>{line}</TableCell>
              {columns.map(({ field }, i) => (
                <TableCell key={field} title={cells[i]}>
                  {cells[i]}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableFrame>
  );
}

function Errors({ report: { errors, errorTotal }, labels }: PartProps) {
  const more = errorTotal - errors.length;
  return (
    <Box>
      <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
        Errors by line
      </Typography>
      <Box component="ul" aria-label="Errors by line" sx={{ m: 0, pl: 5, overflowWrap: 'anywhere' }}>
        {errors.map((error) => (
          <li key={error.path + error.message}>{errorWords(error, labels)}</li>
        ))}
        {more > 0 && <li>and {more.toLocaleString('en')} more</li>}
      </Box>
    </Box>
  );
}

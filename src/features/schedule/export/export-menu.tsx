import { Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { MenuButton } from '#src/shared/ui/controls/menu-button.tsx';
import { downloadFile } from '#src/shared/ui/download-file.ts';
import { chartAsPng, chartAsSvg, type ChartImageText } from './chart-image.ts';
import { readRuns } from '../results/runs-request.ts';
import type { ForecastRunsRequest } from '#contract/forecast.ts';
import type { CalendarSubject } from './windows-calendar.ts';

interface ExportMenuProps {
  /** The name of the files, without ending. */
  readonly name: string;
  readonly calendar: CalendarSubject;
  readonly text: ChartImageText;
  /** All runs of the side in sight. */
  readonly runsRequest: ForecastRunsRequest;
  /** The id of the picture's element. */
  readonly chartElementId: string;
}

const kinds = [
  ['ics', 'Windows as a calendar (iCalendar)'],
  ['svg', 'Picture as SVG'],
  ['png', 'Picture as PNG'],
] as const;
type Kind = (typeof kinds)[number][0];

/** *Export*: the windows as a calendar, the picture as SVG or PNG. The runs have their own button over their table. */
export function ExportMenu({
  name,
  calendar,
  text: words,
  runsRequest: requested,
  chartElementId: pictureId,
}: ExportMenuProps) {
  const save = useMutation({
    mutationFn: async (kind: Kind) => {
      if (kind === 'ics') {
        const [runs, { windowsCalendar, describeNoWindows: withoutWindowWords }] = await Promise.all([
          readRuns(requested),
          import('./windows-calendar.ts'),
        ]);
        const file = windowsCalendar(calendar, runs);
        if (file === null) throw new Error(withoutWindowWords(runs));
        downloadFile(`${name}.ics`, file, 'text/calendar');
        return;
      }
      const picture = document.getElementById(pictureId);
      if (!(picture instanceof SVGSVGElement))
        throw new Error('The picture is not in sight. Show it instead of the table, then save it.');
      const { svg, width, height } = chartAsSvg(picture, words);
      if (kind === 'svg') downloadFile(`${name}.svg`, svg, 'image/svg+xml');
      else downloadFile(`${name}.png`, await chartAsPng(svg, width, height), 'image/png');
    },
  });
  return (
    <>
      {save.isError && (
        <Typography role="alert" color="error">
          Nothing was saved. {sentenceOf(save.error)}
        </Typography>
      )}
      <MenuButton
        label="Export"
        busy={save.isPending}
        entries={kinds.map(([kind, label]) => ({
          label,
          onChoose: () => {
            save.mutate(kind);
          },
        }))}
      />
    </>
  );
}

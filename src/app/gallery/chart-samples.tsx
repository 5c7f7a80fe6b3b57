import { useState } from 'react';
import { Ribbon } from '#src/shared/ui/chart/ribbon.tsx';
import { Sample, SampleSection } from './sample.tsx';

const hourMs = 3_600_000;
const dayMs = Date.parse('2026-11-24T00:00:00Z');
const span = { fromMs: dayMs, toMs: dayMs + 24 * hourMs };
const at = (hour: number) => dayMs + hour * hourMs;
const clockTime = (ms: number) => new Date(ms).toISOString().slice(11, 16);

export function ChartSamples() {
  const [createdAtMs, setCreatedAtMs] = useState(at(10));
  return (
    <SampleSection title="Charts">
      <Sample title="Time ribbon: windows, now, a handle and its lane">
        <div style={{ flex: 1, minWidth: 0 }}>
          <Ribbon
            span={span}
            windows={[{ fromMs: at(18), toMs: at(23), label: '18:00–23:00' }]}
            lanes={{ A: createdAtMs < at(18) ? { fromMs: createdAtMs, toMs: at(18) } : undefined }}
            hours={[6, 12, 18].map((hour) => ({ atMs: at(hour), label: clockTime(at(hour)) }))}
            days={[{ atMs: dayMs, label: 'Tue 24 Nov' }]}
            nowMs={at(8)}
            changes={[]}
            handles={[{ name: 'A', label: 'Sample created', atMs: createdAtMs, valueText: clockTime(createdAtMs) }]}
            onMove={(_, toMs) => {
              setCreatedAtMs(toMs);
            }}
          />
        </div>
      </Sample>
    </SampleSection>
  );
}

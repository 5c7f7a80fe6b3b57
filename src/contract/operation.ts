import { z } from 'zod';
import { deviceIdSchema, groupIdSchema, policyIdSchema, taskIdSchema } from '#domain/ids.ts';

const none = z.object({});

/** The objects that addresses name. */
export const groupParams = z.object({ groupId: groupIdSchema });
export const deviceParams = z.object({ deviceId: deviceIdSchema });
export const policyParams = z.object({ policyId: policyIdSchema });
export const taskParams = z.object({ taskId: taskIdSchema });

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One row of the table of operations. */
export function op<
  A extends z.ZodType,
  P extends z.ZodObject = typeof none,
  Q extends z.ZodObject = typeof none,
  B extends z.ZodType = z.ZodUndefined,
>(
  method: Method,
  path: string,
  summary: string,
  parts: { answer: A; params?: P; query?: Q; body?: B; status?: 200 | 201; conditional?: boolean },
) {
  return {
    method,
    path,
    summary,
    status: parts.status ?? 200,
    conditional: parts.conditional ?? false,
    answer: parts.answer,
    params: (parts.params ?? none) as P,
    query: (parts.query ?? none) as Q,
    body: (parts.body ?? z.undefined()) as B,
  };
}

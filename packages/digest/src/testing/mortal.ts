import type { Table } from '../subscriptions/table.ts'
import type { Send } from '../transport/transport.ts'

/** The process was killed. */
export class Killed extends Error {
  override name = 'Killed'
}

/** A process that can be killed between any two of its steps, or with the answer to a step still on its way. */
export interface Process {
  /** Dies at its n-th step from now on; null: it lives. */
  dieAfter: number | null
  step<T>(act: () => Promise<T>): Promise<T>
}

export function createProcess(chance: () => number): Process {
  return {
    dieAfter: null,
    async step(act) {
      if (this.dieAfter === null) return act()
      if (this.dieAfter < 0) throw new Killed('the process is gone')
      if (this.dieAfter-- > 0) return act()
      if (chance() < 0.5) await act()
      throw new Killed('the process is gone')
    },
  }
}

/** A table whose requests are steps of a process. */
export function mortalTable({ client, name }: Table, process: Process): Table {
  const mortal: Table['client'] = Object.create(client, {
    send: { value: (command: Parameters<typeof client.send>[0]) => process.step(() => client.send(command)) },
  })
  return { client: mortal, name }
}

export const mortalSend =
  (send: Send, process: Process): Send =>
  message =>
    process.step(() => send(message))
